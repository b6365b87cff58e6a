import { ok, rejects, strictEqual } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { sampleSchoolRef } from '@ap/local/sample/ids';
import type { AwardReply } from '@ap/shared/contract/awards';
import { addDays, formatDate, instantAtLondon, type LocalDate } from '@ap/shared/domain/days/local-date';
import { formatMoney } from '@ap/shared/domain/money/money';
import { longestValidity } from '@ap/shared/domain/quality/confirmation';
import { mandatoryStandards, type QaStandard } from '@ap/shared/domain/quality/standard';
import { aRequest, quoteOf } from '../support/a-request.ts';
import { cardOf, wordsOf } from '../support/card-content.ts';
import { eventually } from '../support/signed-in.ts';
import { applicants, atNoon, type TenderWalk } from './tender-round.ts';

const key = randomUUID;

/** From an award in force to a service that a school finds: checks, a live framework, an active provider. */
export const walkIntoDirectory = async (walk: TenderWalk, { providerRef, prices }: AwardReply): Promise<void> => {
  const { stack, say, days, frameworkRef } = walk;
  const owen = stack.people.commissioning('second-commissioner');
  stack.moveClock(atNoon(days.liveFrom));
  await stack.runTimer('roundClock');
  const framework = (await owen.listFrameworks({})).frameworks.find(({ ref }) => ref === frameworkRef);
  strictEqual(framework?.status, 'live');
  const activate = () => owen.decideStanding({ params: { providerRef }, body: { kind: 'activate' }, key: key() });
  await rejects(activate());
  say(`14. ${formatDate(days.liveFrom, 'plain')}: the clock makes ${frameworkRef} live. Without checks the provider is not let in`);
  for (const standard of mandatoryStandards)
    await pass(walk, providerRef, standard, days.liveFrom, addDays(days.liveFrom, standard === 'insurance' ? 10 : 300));
  const { status } = await activate();
  strictEqual(status, 'active');
  const found = await eventually('the service in the directory', () => find(walk));
  say(
    `15. Its ${mandatoryStandards.length} mandatory checks are passed and it is made active; Priya Nair finds ${found.name} by ${found.providerName}, ${formatMoney(found.price)} per ${found.unit}`,
  );
  strictEqual(found.serviceRef, prices[0]?.serviceRef);
  const senco = stack.people.as('senco');
  const start = addDays(days.liveFrom, 14);
  const quote = await quoteOf(senco, {
    ...aRequest(sampleSchoolRef, found, 'lowest-price'),
    startDate: start,
    endDate: addDays(start, 27),
  });
  say(`    and is quoted ${quote.price.unitsSentence}, ${formatMoney(quote.price.gross)}`);
};

/** Insurance lapses at midnight: the hold, the notices, and the lift by a second person. */
export const walkLapse = async (walk: TenderWalk, { providerRef }: AwardReply): Promise<void> => {
  const { stack, say, days } = walk;
  const helen = stack.people.commissioning('commissioner');
  const lastDay = addDays(days.liveFrom, 10);
  stack.moveClock(instantAtLondon(lastDay, 8));
  await stack.runTimer('qualityClock');
  const morning = await cardAbout(walk, 'second-commissioner', `${formatDate(lastDay)}: `);
  say(`16. ${formatDate(lastDay, 'plain')}: the card of the morning\n     ${morning.replaceAll('\n', '\n     ')}`);
  stack.moveClock(instantAtLondon(addDays(lastDay, 1), 3));
  await stack.runTimer('qualityClock');
  await eventually('the service gone from the directory', async () => ((await find(walk)) ? undefined : true));
  const held = await eventually('the hold', async () =>
    (await helen.listHeldProviders({})).held.find((each) => each.providerRef === providerRef),
  );
  const [hold] = held.holds;
  ok(hold?.standard === 'insurance');
  say(`17. In the night the insurance lapses, the provider is ${held.status} and out of the directory. Nobody had to do anything`);
  const notice = await cardAbout(walk, 'commissioner', `New orders from ${applicants.hillside.organisation} are paused`);
  say(`18. The commissioners are told:\n     ${notice.replaceAll('\n', '\n     ')}`);
  const lift = (who: string) =>
    stack.people.commissioning(who).decideStanding({
      params: { providerRef },
      body: { kind: 'lift-hold', holdRef: hold.ref, reason: 'The new policy was seen.' },
      key: key(),
    });
  await rejects(lift('second-commissioner'));
  await pass(walk, providerRef, 'insurance', addDays(lastDay, 1), addDays(lastDay, 366), 'commissioner');
  await rejects(lift('commissioner'), /second|someone else|somebody else|another/i);
  await lift('second-commissioner');
  await eventually('the service in the directory again', () => find(walk));
  say('19. Helen Strand passes the new policy and may not lift the hold herself; Owen Marsh lifts it, and schools find the service again');
};

/** The words of a card that a person gets in Teams: the one with this title. */
const cardAbout = ({ stack }: TenderWalk, who: string, title: string): Promise<string> =>
  eventually(`the card '${title}'`, async () =>
    (await stack.people.chat(who))
      .flatMap(({ activity }) => cardOf(activity) ?? [])
      .map(wordsOf)
      .find((words) => words.startsWith(title) && words.includes(applicants.hillside.organisation)),
  );

const find = async ({ stack }: TenderWalk) => {
  const { serviceName } = applicants.hillside;
  const { items } = await stack.people.as('senco').searchDirectory({ query: { text: serviceName } });
  return items.find(({ name }) => name === serviceName);
};

/** One check of a standard, from its plan to its pass. */
const pass = async (
  { stack }: TenderWalk,
  providerRef: string,
  standard: QaStandard,
  on: LocalDate,
  until: LocalDate,
  who = 'second-commissioner',
): Promise<void> => {
  const commissioner = stack.people.commissioning(who);
  const { ref } = await commissioner.scheduleCheck({ body: { providerRef, standard, scheduledFor: on }, key: key() });
  const decide = (body: Parameters<typeof commissioner.decideCheck>[0]['body']) =>
    commissioner.decideCheck({ params: { ref }, body, key: key() });
  await decide({ kind: 'request-evidence', dueOn: on });
  const { toConfirm } = await decide({ kind: 'receive-evidence', link: 'https://council.sharepoint.example/evidence' });
  await decide({
    kind: 'pass',
    checkedOn: on,
    expiresOn: until,
    ...(longestValidity[standard] === undefined ? {} : { restsOn: on }),
    confirmed: toConfirm,
    confirmation: 'Seen on site.',
  });
};
