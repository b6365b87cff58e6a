import { aDraft, aGathering, approved, closed, offered, pledged, type School } from '@ap/shared/domain/block-purchases/block.fixture';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import {
  aBuyer,
  aCallOff,
  aCommand,
  aListing,
  aMembership,
  aProvider,
  aService,
  head,
  officers,
  schoolMembers,
  senco,
} from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { aCompetition, aSent, quoting, stateOf } from '@ap/shared/domain/enquiries/enquiry.fixture';
import { aDraftEvent, aPublishedEvent, booked } from '@ap/shared/domain/events/event.fixture';
import { accepts, entered, taughtOrder, typedInvoice } from '@ap/shared/domain/invoices/invoice.fixture';
import { aDraft as aDraftNotice, published } from '@ap/shared/domain/notices/notice.fixture';
import { acceptedOrder, runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { councilRoles, memberRoles } from '@ap/shared/domain/people/membership';
import { linkHolder } from '@ap/shared/domain/people/person';
import { proposeChange } from '@ap/shared/domain/provider-changes/propose-change';
import { recordOwnCheck } from '@ap/shared/domain/quality/own-check';
import {
  aPassedCheck,
  aReceivedCheck,
  aScheduledCheck,
  byHand,
  commissioners,
  stateAfter,
} from '@ap/shared/domain/quality/quality.fixture';
import { reportConcern } from '@ap/shared/domain/quality/report-concern';
import { planVisit } from '@ap/shared/domain/quality/visit';
import { aDraft as aDraftSurvey, opened } from '@ap/shared/domain/surveys/survey.fixture';
import { aDraft as anApplication, aSubmitted } from '@ap/shared/domain/tenders/application/application.fixture';
import { aCheck, anAwardThatIs, tryAward } from '@ap/shared/domain/tenders/award/award.fixture';
import { decideClarification } from '@ap/shared/domain/tenders/clarification/decide-clarification';
import {
  aLotApplication,
  allScored,
  aModerated,
  assigned,
  cleared,
  scored,
  submittedSheet,
} from '@ap/shared/domain/tenders/evaluation/evaluation.fixture';
import { aFrameworkThatIs, elsewhere } from '@ap/shared/domain/tenders/framework/framework.fixture';
import { acceptedTender } from '@ap/shared/domain/tenders/machine.fixture';
import { aBook } from '@ap/shared/domain/tenders/prices/price-book.fixture';
import { tenderRoles } from '@ap/shared/domain/tenders/role';
import { aDraftRound, aPublishedRound, whileOpen } from '@ap/shared/domain/tenders/round/round.fixture';
import { applicant, evaluatorA, evaluatorB, given } from '@ap/shared/domain/tenders/tender.fixture';
import type { Caller } from '../../functions/src/http/caller.ts';
import { memoryWorld, type World } from './memory-world.ts';
import { decides, submits } from './people.ts';

/** Somebody with every role at the school and at the council: little that they send ends at who asks. */
export const anybody: Caller = {
  person: head,
  guest: false,
  client: 'deciding',
  memberships: [aMembership(head, memberRoles), aMembership(head, memberRoles, { buyerRef: 'CD-SEND' })],
  councilRoles,
  commissioner: true,
};

/** A record without the messages that its earlier steps asked for: they are told elsewhere. */
const quiet = <S extends object>(state: S): S => ('outbox' in state ? { ...state, outbox: [] } : state);

interface Takes<S> {
  readonly add: (state: S) => Promise<{ readonly ok: boolean }>;
}
const fill = async <S extends object>(register: Takes<S>, states: readonly S[]): Promise<void> => {
  for (const state of states) {
    const { ok } = await register.add(quiet(state));
    if (!ok) throw new Error(`A record was not taken: ${JSON.stringify(state).slice(0, 200)}`);
  }
};

/** The same block purchase under another reference, led by the school of these tests. */
const ofTheSchool = (block: BlockPurchase, ref: string): BlockPurchase =>
  JSON.parse(JSON.stringify({ ...block, ref }).replaceAll('"ASH"', '"113800"')) as BlockPurchase;
const lead: School = 'ASH';
const numbered = (callOff: CallOff, number: number): CallOff => ({
  ...callOff,
  ref: `CO-7K3M-9QX${number}`,
  idempotencyKey: `key-000${number}`,
  ...(callOff.order ? { order: { ...callOff.order, number: `AP-00004${number}` } } : {}),
});

/** What a decision of the fixtures came to. */
const made = <S>(decision: { readonly ok: true; readonly state: S } | { readonly ok: false; readonly code: string }): S => {
  if (decision.ok) return decision.state;
  throw new Error(decision.code);
};

/** What the fixtures decide is decided once: it takes longer than most of what is asked of a world. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** On this day the school's own request is sent: its provider may answer while a round is open. */
const sentAt = whileOpen;

/**
 * A world at an instant, with a record of each kind in the states that its commands are for. `hostile`: what somebody typed as the name of school, service
 * and provider.
 */
export const peopledWorld = async (at: string, hostile: string): Promise<World> => {
  const world = memoryWorld();
  const { facts } = world;
  facts.buyer = aBuyer({ name: hostile });
  facts.listing = aListing({ service: aService({ name: hostile }), provider: aProvider({ tradingName: hostile }) });
  facts.members = [...facts.members, ...anybody.memberships.slice(0, 1)];
  facts.officers = everyOfficer;
  facts.onDuty = [head];
  world.clock.now = sentAt;
  const order = await submits(world, { by: senco });
  await decides(world, order, 'approve');
  await submits(world, { by: senco, key: 'key-of-the-second-one', request: { pupilRef: 'AP-0002' } });
  world.clock.now = at;
  await fillBuying(world);
  await fillQuality(world);
  await fillTenders(world);
  return world;
};

const everyOfficer = [...officers, ...anybody.memberships.slice(1), ...commissioners];

/** An event that is to come whatever day the tests' clocks show. */
const far = { startsAt: '2099-12-08T14:00:00Z', endsAt: '2099-12-08T16:00:00Z', bookUntil: localDate('2099-12-08') };

const bought = once(() => {
  const running = numbered(runningOrder(), 4);
  const taught = taughtOrder(() => 'present', running);
  const typed = typedInvoice({ number: 'BV-1001', lines: typedInvoice().lines.map((line) => ({ ...line, orderNumber: 'AP-000044' })) });
  const second = made(entered({ ...typed, number: 'BV-1002' }, taught));
  const gathering = pledged(aGathering(), lead, 40, 4_500);
  const linkId = '6f9619ff-8b86-4011-b42d-00c04fc964ff';
  const proposal = { name: 'Pat Green', role: 'manager', profile: { phone: '01305 555 020' }, places: [] };
  return {
    callOffs: [numbered(acceptedOrder(), 3), running, numbered({ ...aCallOff(), requester: head }, 5)],
    enquiries: [aSent({ workingDays: 20 }), stateOf(quoting(aCompetition({ ref: 'EN-7K3M9QXU', workingDays: 20 }), 'P-0001', 75))],
    notices: [aDraftNotice({}, 'NO-0001'), published({}, 'NO-0002')],
    events: [aDraftEvent({ ref: 'EV-0001', plan: far }), booked(aPublishedEvent({ ref: 'EV-0002', plan: far }), senco)],
    surveys: [aDraftSurvey(undefined, {}, 'SV-0001'), opened(undefined, { closesOn: localDate('2027-12-31') }, 'SV-0002')],
    invoices: [made(entered(typed, taught)), made(accepts(second, taught))],
    blocks: [
      ofTheSchool(aDraft(), 'BP-0001'),
      ofTheSchool(gathering, 'BP-0002'),
      ofTheSchool(offered(closed(approved(gathering, lead))), 'BP-0003'),
    ],
    changes: [
      made(
        proposeChange(
          { ...aCommand(linkHolder(linkId, 'Pat Green')), ref: 'PC-0000001', linkId, providerRef: 'P-0001', proposal },
          { provider: aProvider(), services: [aService()], councilMembers: everyOfficer },
        ),
      ),
    ],
  };
});

const fillBuying = async ({ callOffs, ports }: World): Promise<void> => {
  const { callOffs: orders, enquiries, notices, events, surveys, invoices, blocks, changes } = bought();
  await fill(callOffs, orders);
  await fill(ports.enquiries, enquiries);
  await fill(ports.notices, notices);
  await fill(ports.events, events);
  await fill(ports.surveys, surveys);
  await fill(ports.invoices, invoices);
  await fill(ports.blockPurchases, blocks);
  await fill(ports.providerChanges, changes);
};

const quality = once(() => {
  const concern = (ref: string) =>
    stateAfter(
      reportConcern(
        {
          ...byHand(senco),
          ref,
          providerRef: 'P-0001',
          ringFirstRead: true,
          rung: [],
          category: 'other',
          severity: 'serious',
          text: 'No heating.',
        },
        { others: [] },
      ),
    );
  const [, planner] = commissioners;
  const visit = (ref: string) =>
    stateAfter(
      planVisit(
        { ...byHand(planner?.person ?? head), ref, providerRef: 'P-0001', plannedFor: localDate('2026-12-10') },
        { councilMembers: commissioners },
      ),
    );
  const own = {
    ...byHand(senco),
    buyerRef: '113800',
    providerRef: 'P-0001',
    checkedOn: localDate('2026-11-24'),
    headings: ['visited'],
    reviewOn: localDate('2027-06-01'),
  } as const;
  return {
    checks: [aScheduledCheck('health-and-safety', 'Q-00001'), aReceivedCheck('policies', 'Q-00002'), aPassedCheck('insurance', 'Q-00003')],
    concerns: [concern('CN-0000001'), concern('CN-0000002')],
    visits: [visit('V-00001'), visit('V-00002')],
    ownChecks: [stateAfter(recordOwnCheck(undefined, own, { members: schoolMembers }))],
  };
});

const fillQuality = async ({ ports }: World): Promise<void> => {
  const { checks, concerns, visits, ownChecks } = quality();
  await fill(ports.quality.checks, checks);
  await fill(ports.quality.concerns, concerns);
  await fill(ports.quality.visits, visits);
  await fill(ports.quality.ownChecks, ownChecks);
};

const tenders = once(() => {
  const round = aPublishedRound();
  const question = {
    ...given(applicant),
    kind: 'ask-clarification',
    ref: 'CQ-1',
    roundRef: 'RD-2027',
    askedBy: 'P-0042',
    question: 'May a satellite site be named later?',
  } as const;
  const roles = tenderRoles;
  return {
    frameworks: [
      aFrameworkThatIs('pending', { competition: elsewhere }),
      { ...aFrameworkThatIs('coming'), ref: 'AP-2028' },
      { ...aFrameworkThatIs('live', { competition: elsewhere }), ref: 'AP-2026' },
    ],
    rounds: [round, { ...aDraftRound(), ref: 'RD-2028', frameworkRef: 'AP-2028' }],
    clarifications: [
      acceptedTender(decideClarification(undefined, question, { roles, round, askerNames: ['Blackmore Vale'] }, whileOpen)).state,
    ],
    applications: [anApplication(), { ...aSubmitted(), ref: 'AP-RD-2027-P-0043', providerRef: 'P-0043' }],
    lotApplications: [aLotApplication(), { ...aModerated(), ref: 'AP-RD-2027-P-0043-AP-2027-1' }],
    scoreSheets: [
      { ...assigned(evaluatorA), ref: 'SS-1', evaluator: head },
      { ...cleared(evaluatorA), ref: 'SS-2', evaluator: head },
      { ...scored(evaluatorA, allScored(4)), ref: 'SS-3', evaluator: head },
      submittedSheet(evaluatorB, allScored(4)),
    ],
    awards: [
      ...(['proposed', 'approved', 'standstill', 'agreement-sent', 'signed'] as const).map((status) => anAwardThatIs(status)),
      // It waits for its approval alone.
      acceptedTender(tryAward(anAwardThatIs('proposed'), aCheck())).state,
    ].map((award, index) => ({ ...award, ref: `AW-AP-2027-P-004${index}` })),
    priceBooks: [aBook()],
  };
});

const fillTenders = async ({ ports }: World): Promise<void> => {
  const { frameworks, rounds, clarifications, applications, lotApplications, scoreSheets, awards, priceBooks } = tenders();
  await fill(ports.tenders.frameworks, frameworks);
  await fill(ports.tenders.rounds, rounds);
  await fill(ports.tenders.clarifications, clarifications);
  await fill(ports.tenders.applications, applications);
  await fill(ports.tenders.lotApplications, lotApplications);
  await fill(ports.tenders.scoreSheets, scoreSheets);
  await fill(ports.tenders.awards, awards);
  await fill(ports.tenders.priceBooks, priceBooks);
};
