import { localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import { aProfile } from '@ap/shared/domain/tenders/award/award.fixture';
import { awardApprover, commissioner, evaluatorA, secondCommissioner } from '@ap/shared/domain/tenders/tender.fixture';
import { answerAgreement } from '../../functions/src/awards/agreement-link.ts';
import { answerAwardCard } from '../../functions/src/awards/answer-award-card.ts';
import type { AwardVerb } from '../../functions/src/awards/award-card.ts';
import {
  beginAwardStandstill,
  checkExclusion,
  countersignAward,
  decideAward,
  getAward,
  setAwardAside,
} from '../../functions/src/awards/award-steps.ts';
import { importAward } from '../../functions/src/awards/begin-award.ts';
import { sendAgreement } from '../../functions/src/awards/send-agreement.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import type { World } from './memory-world.ts';
import { callOf, settle, tenderWorld } from './tender-world.ts';

/** When the award is put forward. */
export const decidedAt = '2027-01-28T10:00:00.000Z';
/** An award of the portal, as a commissioner types it in. */
export const notice = (told: object = {}) => ({
  frameworkRef: 'AP-2027',
  providerRef: 'P-0042',
  portal: 'ProContract',
  noticeId: 'DN608441',
  evidenceUrl: 'https://council.sharepoint.example/tenders/DN608441',
  decidedOn: localDate('2027-01-20'),
  lots: [{ lotKey: 'AP-2027-1', qualityPoints: 7_200, pricePoints: 800, total: 8_000, place: 1 }],
  prices: [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', unit: 'day' as const, price: pence(15_000) }],
  services: [{ lotKey: 'AP-2027-1', serviceName: 'Day programme', profile: aProfile() }],
  scorers: { kind: 'members' as const, people: [{ tenantId: evaluatorA.tenantId, objectId: evaluatorA.objectId }] },
  ...told,
});

type Call = Parameters<ReturnType<typeof importAward>>[0];

/** The award that the notice makes. */
export const ref = 'AW-P-0042-DN608441-AP-2027-1';

/** Its address. */
export const at = { ref };

/** What people do about the award, in their turn. */
export const does = {
  import: (world: World, told: object = {}, by: Person = commissioner) =>
    importAward(world.ports)(callOf(by, undefined, notice(told)) as Call),
  check: (world: World, day: string) =>
    checkExclusion(world.ports)(callOf(commissioner, at, { outcome: 'clear' as const, debarmentListCheckedOn: localDate(day) })),
  decide: (world: World, by: Person, told: { verdict: 'approve' | 'reject'; version: number; comment?: string }) =>
    decideAward(world.ports)(callOf(by, at, told)),
  standstill: (world: World, day: string) =>
    beginAwardStandstill(world.ports)(callOf(commissioner, at, { noticePublishedOn: localDate(day) })),
  send: (world: World, day: string) =>
    sendAgreement(world.ports)(
      callOf(commissioner, at, { documentUrl: 'https://council.sharepoint.example/agreement.pdf', sentOn: localDate(day) }),
    ),
  countersign: (world: World) => countersignAward(world.ports)(callOf(secondCommissioner, at, undefined)),
  setAside: (world: World) => setAwardAside(world.ports)(callOf(commissioner, at, { reason: 'Challenged in the standstill.' })),
};

/** The award as a commissioner sees it. */
export const award = async (world: World) => getAward(world.ports)(callOf(commissioner, at, undefined));

/** Somebody presses a button of a card. */
export const click = (world: World, by: Person, verb: AwardVerb, data: object) =>
  answerAwardCard(world.ports, () => 'a-new-key-of-a-click')({ verb, data, by });

/** What a button of a card sends. */
export const dataOf = (card: AdaptiveCard | undefined, title: string): object => {
  const action = card?.actions?.find((each) => each.title === title);
  if (action?.type !== 'Action.Execute') throw new Error(`There is no ${title}`);
  return action.data;
};

/** The cards by which an approver is asked. */
export const askedOf = (world: World, person: Person) =>
  world.cards.filter(({ to, summary }) => to === personKey(person) && summary.includes('waits for you'));

/** An award that waits for its approvers, each of whom has a card. */
export const waiting = async (): Promise<World> => {
  const world = await tenderWorld(decidedAt);
  await does.import(world);
  await does.check(world, '2027-01-27');
  await settle(world);
  return world;
};

const approvedByCard = async (): Promise<World> => {
  const world = await waiting();
  const data = dataOf(askedOf(world, awardApprover)[0]?.card, 'Approve');
  await click(world, awardApprover, 'approve-award', data);
  await settle(world);
  return world;
};

/** The notice is published on Monday 1 February 2027: eight working days end on Wednesday the 10th. */
export const afterStandstill = async (): Promise<World> => {
  const world = await approvedByCard();
  world.clock.now = '2027-02-01T15:00:00.000Z';
  await does.standstill(world, '2027-02-01');
  await settle(world);
  world.clock.now = '2027-02-11T09:00:00.000Z';
  return world;
};

/** The newest link to the agreement that was mailed. */
export const linkIn = (world: World) => {
  const mail = [...world.mails].reverse().find(({ html }) => html.includes('/agreement/#'));
  const [linkId = '', secret = ''] = /#([\w-]+)\.([\w-]+)"/.exec(mail?.html ?? '')?.slice(1) ?? [];
  return { linkId, secret };
};

/** The standstill is over, and the provider has the link to the agreement. */
export const sent = async (): Promise<World> => {
  const world = await afterStandstill();
  await does.send(world, '2027-02-11');
  await settle(world);
  return world;
};

/** The provider signs by its link. */
export const sign = (world: World, name = 'Ada Kimmeridge') =>
  answerAgreement(world.ports)({ key: '', body: { link: linkIn(world), answer: { kind: 'sign', name, position: 'Director' } } });

/** Signed, countersigned, and entered in the lists. */
export const inForce = async (): Promise<World> => {
  const world = await sent();
  await sign(world);
  await settle(world);
  await does.countersign(world);
  await settle(world);
  return world;
};

/** Holds the audit chain of a subject against its versions. */
export const expectOneEventForEachVersion = (world: World, subject: string, version: number): void => {
  const events = world.audit.filter((event) => event.subject === subject);
  expect(events.map(({ subjectVersion }) => subjectVersion).sort((a, b) => a - b)).toEqual(
    Array.from({ length: version }, (_, index) => index + 1),
  );
  expect(new Set(events.map(({ id }) => id)).size).toBe(version);
};
