import { randomUUID } from 'node:crypto';
import { ApiError } from '@ap/shared/contract/client';
import type { ServiceSummary } from '@ap/shared/contract/directory';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { aService } from '../support/a-request.ts';
import { actionOf, cardOf, wordsOf } from '../support/card-content.ts';
import { runningStack, type TestStack } from '../support/running-stack.ts';
import { eventually } from '../support/signed-in.ts';

// A school reports a concern on the whole stack: the commissioner on duty pauses on the card, and a second one lets orders start again.

let stack: TestStack;
let service: ServiceSummary;
beforeAll(async () => {
  stack = await runningStack();
  ({ service } = await aService(stack.people.as('senco')));
});
afterAll(() => stack?.stop(), 60_000);

const codeOf = (act: Promise<unknown>): Promise<string> =>
  act.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof ApiError) return error.problem.code;
      throw error;
    },
  );
const isFound = async (): Promise<boolean> => {
  const { items } = await stack.people.as('other-senco').searchDirectory({ query: { text: service.name } });
  return items.some(({ serviceRef }) => serviceRef === service.serviceRef);
};

test('row 24, R17, R19: a concern reaches whoever is on duty, one click pauses the provider, and a second person lifts it', async () => {
  const { people } = stack;
  const commissioner = people.commissioning('commissioner');
  const about = { serviceRef: service.serviceRef };
  const { lines } = await people.reporting('newcomer').whomToRing({ query: about });
  expect(lines.map(({ line, phone }) => [line, phone])).toEqual([
    ['999', '999'],
    ['mash', '01632 960001'],
    ['lado', '01632 960003'],
  ]);

  const body = {
    about,
    ringFirstRead: true,
    rung: ['lado' as const],
    category: 'adult-may-have-harmed' as const,
    severity: 'serious' as const,
    text: 'A member of staff was rough when a door was shut.',
  };
  expect(await codeOf(people.reporting('senco').reportConcern({ body: { ...body, rung: [] }, key: randomUUID() }))).toBe(
    'ring-not-recorded',
  );
  const key = randomUUID();
  const { ref } = await people.reporting('senco').reportConcern({ body, key });
  expect((await people.reporting('senco').reportConcern({ body, key })).ref).toBe(ref);

  const told = await eventually('the card', async () =>
    (await people.chat('commissioner')).find(({ activity }) => JSON.stringify(activity).includes(ref)),
  );
  const card = cardOf(told.activity);
  if (!card) throw new Error('The message has no card.');
  expect(JSON.stringify(card)).not.toMatch(/rough|Priya|Nair/);
  expect(JSON.stringify(await people.chat('second-commissioner'))).not.toContain(ref);

  // Nobody but those on duty: another commissioner neither by the API nor by the card.
  const second = people.commissioning('second-commissioner');
  expect(await codeOf(second.getConcern({ params: { ref } }))).toBe('not-allowed');
  expect(await codeOf(second.listConcerns({}))).toBe('not-allowed');
  expect((await people.reporting('other-senco').listMyConcerns({})).concerns).toEqual([]);
  const ask = actionOf(card, 'Pause new orders');
  const asked = (await people.click('commissioner', told, ask.verb, ask.data)).body.value as typeof card;
  expect(wordsOf(asked)).toContain('Another commissioner must decide that orders start again.');
  expect(await isFound()).toBe(true);
  const pause = actionOf(asked, 'Pause new orders');
  expect((await people.click('commissioner', told, pause.verb, pause.data)).body).toMatchObject({ statusCode: 200 });

  await eventually('the provider gone from the directory', async () => ((await isFound()) ? undefined : true));
  const page = await people.as('other-senco').getService({ params: { serviceRef: service.serviceRef } });
  expect(page.whyNot).toContain('Paused for new orders. Phone the commissioning team on 01632 960004.');
  expect(JSON.stringify(page)).not.toMatch(/concern|rough/i);

  const decide = (body: Parameters<typeof commissioner.decideConcern>[0]['body']) =>
    commissioner.decideConcern({ params: { ref }, body, key: randomUUID() });
  await decide({ kind: 'start-enquiry' });
  const close = { kind: 'close', outcome: 'put-right', text: 'The person has left and staff were trained.' } as const;
  expect(await codeOf(decide(close))).toBe('lado-referral-required');
  await decide({ kind: 'record-lado-referral', on: toLondonDate(new Date().toISOString()), reference: 'LADO/26-114' });
  expect(await decide(close)).toMatchObject({ status: 'closed', may: [], ladoReferral: { reference: 'LADO/26-114' } });
  expect((await people.reporting('senco').listMyConcerns({})).concerns).toMatchObject([{ ref, status: 'closed' }]);

  const passport = await second.getPassport({ params: { providerRef: service.providerRef } });
  const holdRef = passport.standing.holds[0]?.ref ?? '';
  const lift = (by: typeof commissioner) =>
    by.decideStanding({
      params: { providerRef: service.providerRef },
      body: { kind: 'lift-hold', holdRef, reason: 'The enquiry is over.' },
      key: randomUUID(),
    });
  expect(await codeOf(lift(commissioner))).toBe('second-person-required');
  expect(await codeOf(lift(second))).toBe('done');
  await eventually('the provider in the directory again', async () => ((await isFound()) ? true : undefined));
});
