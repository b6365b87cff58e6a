import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { RouteRole } from '@ap/shared/contract/endpoint';
import { everyEndpoint } from '@ap/shared/contract/every-endpoint';
import { namedTexts } from '@ap/shared/contract/named-texts';
import type { PupilIdentity } from '@ap/shared/domain/pupils/screen-free-text';
import { type TextField, takesWords, textFieldsOf } from '../../functions/src/http/typed-texts.fixture.ts';
import { aRequest, aService, quoteOf } from '../support/a-request.ts';
import { holding, storageOf, storageSinks, tenantAndLogs } from '../support/all-sinks.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// I20: what could identify a pupil, planted in every text that every endpoint takes, is found nowhere afterwards: no list or version of one, queue, table,
// blob, log, card, mail or notice. All of it is invented; `mark` is what is looked for.

const planted: readonly { readonly found: PupilIdentity; readonly text: string; readonly mark: string }[] = [
  { found: 'name', text: 'It is for Oliver Plantedsen', mark: 'Plantedsen' },
  { found: 'upn', text: 'H801234500917', mark: 'H801234500917' },
  { found: 'uln', text: 'Learner 7390164285', mark: '7390164285' },
  { found: 'nhs-number', text: 'NHS 943 476 5870', mark: '943 476 5870' },
  { found: 'date-of-birth', text: 'Born on 17 March 2012', mark: '17 March 2012' },
  { found: 'email', text: 'q.plantedmail@family.example', mark: 'plantedmail' },
  { found: 'phone', text: 'Ring 07700 900461', mark: '07700 900461' },
  { found: 'postcode', text: '14 Plantain Row, DT1 1ZQ', mark: 'Plantain Row' },
];
/** Looked up and forgotten: what is typed there may be anything, and is kept nowhere either. */
const lookedUp = ['findBuyers /query/text', 'findProviders /query/text', 'searchDirectory /query/text', 'searchDirectory /query/near'];
const holders: Readonly<Record<RouteRole, string>> = {
  'signed-in': 'senco',
  requester: 'senco',
  approver: 'head-teacher',
  contact: 'contact',
  commissioner: 'commissioner',
  evaluator: 'commissioner',
  'evaluation-lead': 'commissioner',
  'award-approver': 'inclusion-officer',
};

let stack: TestStack;
beforeAll(async () => {
  stack = await runningStack();
});
afterAll(() => stack?.stop(), 60_000);

const everywhere = async (marks: readonly string[]) =>
  holding([...tenantAndLogs(stack.stateDir), ...(await storageSinks(storageOf(stack.storage)))], marks);

const tokens = new Map<string, Promise<string>>();
const tokenOf = (role: RouteRole): Promise<string> => {
  const person = holders[role];
  const known = tokens.get(person) ?? stack.people.token(samplePerson(person));
  tokens.set(person, known);
  return known;
};

const send = async ({ declared, part, holding: filled }: TextField, text: string, at: number): Promise<number> => {
  const given = filled(text) as Readonly<Record<string, unknown>>;
  const address = declared.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    part === 'params' ? encodeURIComponent(String(given[name] ?? 'unknown-1')) : 'unknown-1',
  );
  const query = part === 'query' ? `?${new URLSearchParams(JSON.parse(JSON.stringify(given)))}` : '';
  const [role] = declared.roles;
  const response = await fetch(`${stack.api}${address}${query}`, {
    method: declared.method,
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-forwarded-for': `198.51.100.${at % 250}`,
      ...(role === undefined ? {} : { authorization: `Bearer ${await tokenOf(role)}` }),
    },
    ...(declared.method === 'GET' ? {} : { body: JSON.stringify(part === 'body' ? given : {}) }),
  });
  await response.arrayBuffer();
  return response.status;
};

test('I20: what is planted in every text of every endpoint is kept, sent and logged nowhere', async () => {
  const sent = everyEndpoint.flatMap(textFieldsOf).filter(({ shape }) => takesWords(shape));
  let count = 0;
  const failed: string[] = [];
  for (const one of sent)
    for (const { found, text } of planted) {
      const may = namedTexts.find(({ fields }) => fields.includes(one.field))?.may ?? [];
      // What a text is for may be kept: who signs for a provider, or where an invoice goes.
      if (!one.shape.safeParse(text).success || (may.includes(found) && !lookedUp.includes(one.field))) continue;
      const status = await send(one, text, count);
      count += 1;
      if (status >= 500) failed.push(`${one.field}: ${status}`);
    }
  expect(failed).toEqual([]);
  expect(count).toBeGreaterThan(800);
  await stack.sweep();
  expect(await everywhere(planted.map(({ mark }) => mark))).toEqual([]);
});

test('R40: the reference of a pupil, their flags and what was written of them are in the record and in no card, mail, notice or log', async () => {
  const senco = stack.people.as('senco');
  const { service, basis } = await aService(senco);
  const pupilRef = 'ZQ-55019';
  const objectives = 'Zqobjective: to settle with one adult.';
  const request = aRequest(sampleSchoolRef, service, basis, {
    pupilRef,
    objectives,
    ehcPlan: true,
    lookedAfter: true,
    offSiteDirection: true,
  });
  const { price } = await quoteOf(senco, request);
  const { ref } = await senco.submitCallOff({ body: { request, shownGross: price.gross }, key: randomUUID() });
  const approve = (who: string, step: number) =>
    stack.people.as(who).decideApproval({ params: { ref }, body: { verdict: 'approve', seen: { round: 1, step } }, key: randomUUID() });
  await approve('head-teacher', 0);
  // The plan asks for the council's officer as well: what that officer is sent must not say why.
  const { order } = await approve('send-officer', 1);
  await eventually('the order at the provider', async () =>
    (await stack.people.mail((await senco.getService({ params: { serviceRef: service.serviceRef } })).provider.email)).find(({ subject }) =>
      subject.includes(order?.number ?? '-'),
    ),
  );
  await stack.sweep();
  const marks = [pupilRef, 'Zqobjective'];
  const told = await everywhere(marks);
  // The record itself, its good copy and the copy of its list: places that the classification names.
  const record = /^tenant\/sharepoint|^table (goodcopies|parked) |^blob snapshots\/CallOffs/;
  expect(told.filter((where) => !record.test(where))).toEqual([]);
  expect(told.some((where) => record.test(where))).toBe(true);
  const sentOut = tenantAndLogs(stack.stateDir).filter(({ name }) => !name.startsWith('tenant/sharepoint') && !name.startsWith('logs'));
  expect(sentOut.some(({ text }) => text.includes(ref))).toBe(true);
  // As a word, also at the start of an escaped line: three letters can stand in a key or a link by chance.
  const asWord = /(?:\\[nrt]|(?<![\w-]))EHC(?![\w-])/;
  expect(['an EHC plan', '"Line\\nEHC plan"'].every((text) => asWord.test(text)) && !asWord.test('xEHCx')).toBe(true);
  expect(sentOut.filter(({ text }) => asWord.test(text)).map(({ name }) => name)).toEqual([]);
  expect(holding(sentOut, ['looked after', 'looked-after', 'lookedAfter', 'section 29A', 'off-site direction'])).toEqual([]);
});
