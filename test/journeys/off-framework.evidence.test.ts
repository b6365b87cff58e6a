import { randomUUID } from 'node:crypto';
import { frameworkSiteId, otherSchoolRef, sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { guardByHand, runningStack, type TestStack } from '../support/running-stack.ts';

// Row 71 on the whole stack: what a school declares lies in its list, as it was corrected, and a commissioner reads it without who declared it.

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack(undefined, undefined, guardByHand);
});
afterAll(() => stack?.stop());

const rowsOfList = async (): Promise<readonly { readonly fields: Readonly<Record<string, unknown>> }[]> => {
  const token = await stack.people.token(samplePerson('commissioner'), undefined, 'https://graph.microsoft.com/Sites.ReadWrite.All');
  const { body } = await stack.people.tenant('GET', `/v1.0/sites/${frameworkSiteId}/lists/OffFramework/items?$expand=fields`, { token });
  return (body as unknown as { value: readonly { fields: Readonly<Record<string, unknown>> }[] }).value;
};

test('row 71: a purchase is declared, corrected and read; nobody declares for another school, and no text names a pupil', async () => {
  const { people } = stack;
  const month = toLondonDate(new Date().toISOString()).slice(0, 7);
  const senco = people.declaring('senco');
  const { lots } = await senco.listOffFramework({});
  const lotKey = lots[0]?.key ?? '';
  const purchase = {
    lotKey,
    bought: 'Two days a week at a farm',
    providerName: 'Hill Farm',
    net: pence(480_000),
    from: month,
    to: month,
    reason: 'price',
  } as const;
  const key = randomUUID();
  const declared = await senco.declareOffFramework({ body: { buyerRef: sampleSchoolRef, purchase }, key });
  expect(await senco.declareOffFramework({ body: { buyerRef: sampleSchoolRef, purchase }, key })).toEqual(declared);
  await expect(senco.declareOffFramework({ body: { buyerRef: otherSchoolRef, purchase }, key: randomUUID() })).rejects.toMatchObject({
    problem: { code: 'not-found' },
  });
  const named = { ...purchase, bought: 'Tuition for Jack Smith' };
  await expect(
    senco.declareOffFramework({ body: { buyerRef: sampleSchoolRef, purchase: named }, key: randomUUID() }),
  ).rejects.toMatchObject({
    problem: { code: 'text-names-a-pupil', pointer: '/purchase/bought' },
  });
  const { ref } = declared;
  const body = { kind: 'correct-purchase', seen: 1, purchase: { ...purchase, net: pence(450_000) } } as const;
  await people.declaring('head-teacher').actOnOffFramework({ params: { ref }, body, key: randomUUID() });
  expect((await rowsOfList()).map(({ fields }) => [fields.Title, fields.BuyerRef, fields.Net, fields.Status, fields.Version])).toEqual([
    [ref, sampleSchoolRef, 4_500, 'declared', 2],
  ]);
  const { purchases } = await people.declaring('commissioner').listDeclaredPurchases({});
  expect(purchases).toMatchObject([{ ref, net: 450_000, within: 450_000, lotKey }]);
  expect(JSON.stringify(purchases)).not.toMatch(/Priya|Oakes/);
  expect((await people.declaring('commissioner').getDeclaredFile({})).fileName).toMatch(/^Outside the framework .*[.]xlsx$/);
  await expect(senco.listDeclaredPurchases({})).rejects.toMatchObject({ problem: { status: 403 } });
});

test('what could be bought together is asked for over the whole stack', async () => {
  for (const who of ['senco', 'commissioner'])
    expect(await stack.people.declaring(who).listJointSuggestions({})).toEqual({ suggestions: [] });
});
