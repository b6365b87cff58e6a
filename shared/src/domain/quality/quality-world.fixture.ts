import fc from 'fast-check';
import { aListing, currentChecks, schoolMembers, senco } from '../call-off/call-off.fixture.ts';
import { addDays, type LocalDate, localDate } from '../days/local-date.ts';
import { sampleTermDates } from '../days/sample-term-dates.ts';
import { type Person, theProduct } from '../people/person.ts';
import { listingOf } from '../register/service-may-be-ordered.ts';
import type { CheckCommand } from './check-command.ts';
import { type CheckRecord, scheduleCheck } from './check-record.ts';
import type { Concern, ConcernCommand } from './concern.ts';
import { decideCheck } from './decide-check.ts';
import { decideConcern } from './decide-concern.ts';
import { decideOrderOnHold } from './decide-order-on-hold.ts';
import { decideProvider } from './decide-provider.ts';
import { hasSafeguardingPause, openHolds } from './hold.ts';
import { type OrderHoldCommand, type OrderOnHold, runningOrder } from './order-on-hold.ts';
import { type ProviderCommand, type ProviderStanding, unmoved } from './provider-standing.ts';
import { aPass, aPassedCheck, checkFacts, commissioners } from './quality.fixture.ts';
import type { QualityCommand, QualityDecision } from './quality-decision.ts';
import type { QualityEffectWork } from './quality-effect.ts';
import { reportConcern } from './report-concern.ts';

/** The records of one provider together: what one decides, another hears of by an effect, as in the product. */
export interface World {
  today: LocalDate;
  standing: ProviderStanding;
  checks: CheckRecord[];
  concerns: Concern[];
  order: OrderOnHold;
  commands: number;
}

const others = currentChecks
  .filter(({ standard }) => standard !== 'insurance')
  .map((check) => ({ ...check, expiresOn: localDate('2030-08-31') }));
export const aWorld = (): World => ({
  today: localDate('2026-11-24'),
  standing: unmoved('P-0001', 'active'),
  checks: [{ ...aPassedCheck('insurance', 'Q-1'), expiresOn: localDate('2026-12-10') }],
  concerns: [],
  order: runningOrder('CO-1', '113800', senco),
  commands: 0,
});

const commandOf = (world: World, by: Person, channel: QualityCommand['channel']): QualityCommand => {
  world.commands += 1;
  return { id: `c-${world.commands}`, by, channel, now: `${world.today}T12:00:00Z`, receipted: new Set() };
};
const byClock = (world: World): QualityCommand => commandOf(world, theProduct, 'clock');

const holdRefs = (world: World): readonly string[] => openHolds(world.standing.holds).map(({ ref }) => ref);

const giveProvider = (world: World, command: ProviderCommand): void => {
  const decision = decideProvider(world.standing, command, {
    councilMembers: commissioners,
    checks: [...others, ...world.checks],
    concerns: world.concerns,
    agreementCountersigned: true,
    liveRate: true,
    debarmentClear: true,
  });
  if (decision.ok) world.standing = decision.state;
  perform(world, decision);
};

const giveOrder = (world: World, command: OrderHoldCommand): void => {
  const facts = { openHolds: holdRefs(world), buyerMembers: schoolMembers, termDates: sampleTermDates };
  const decision = decideOrderOnHold(world.order, command, facts);
  if (decision.ok) world.order = decision.state;
};

const giveCheck = (world: World, index: number, command: CheckCommand): void => {
  const present = world.checks[index];
  if (!present) return;
  const facts = checkFacts({
    others: [...others, ...world.checks.filter((check) => check !== present)],
    safeguardingPause: hasSafeguardingPause(world.standing.holds),
  });
  const decision = decideCheck(present, command, facts);
  if (decision.ok) world.checks[index] = decision.state;
  perform(world, decision);
};

const giveConcern = (world: World, index: number, command: ConcernCommand): void => {
  const present = world.concerns[index];
  if (!present) return;
  const decision = decideConcern(present, command, {
    councilMembers: commissioners,
    others: world.concerns.filter((one) => one !== present),
  });
  if (decision.ok) world.concerns[index] = decision.state;
  perform(world, decision, decision.ok ? decision.state.pausedBy : undefined);
};

/** Each effect is done, and done once more: a queue delivers at least once. */
const perform = <S>(world: World, decision: QualityDecision<S>, onBehalfOf?: Person): void => {
  if (!decision.ok) return;
  for (const effect of [...decision.effects, ...decision.effects]) performOne(world, effect, onBehalfOf);
};

const performOne = (world: World, effect: QualityEffectWork, onBehalfOf: Person | undefined): void => {
  const base = byClock(world);
  switch (effect.kind) {
    case 'place-hold':
      giveProvider(world, { ...base, by: onBehalfOf ?? theProduct, kind: 'place-hold', cause: effect.cause, about: effect.about });
      return;
    case 'hold-live-orders':
      giveOrder(world, { ...base, kind: 'put-on-hold', holdRef: effect.holdRef });
      return;
    case 'release-live-orders':
      giveOrder(world, { ...base, kind: 'release' });
      return;
    case 'take-in-concern': {
      const lead = world.concerns.findIndex(({ ref }) => ref === effect.leadRef);
      for (const joinedRef of world.concerns.filter(({ leadRef }) => leadRef === effect.leadRef).map(({ ref }) => ref))
        giveConcern(world, lead, { ...byClock(world), kind: 'take-in', joinedRef });
      return;
    }
    case 'close-joined-concern':
      giveConcern(
        world,
        world.concerns.findIndex(({ ref }) => ref === effect.concernRef),
        { ...base, kind: 'close-joined' },
      );
      return;
    default:
  }
};

const runClock = (world: World): void => {
  for (const index of world.checks.keys())
    for (const kind of ['become-due', 'remind', 'lapse', 'miss-action', 'end-waiver'] as const)
      giveCheck(world, index, { ...byClock(world), kind });
  giveOrder(world, { ...byClock(world), kind: 'miss-answer' });
};

export const act = fc.record({
  what: fc.constantFrom(
    ...([
      'day',
      'day',
      'check',
      'check',
      'check',
      'renew',
      'hold',
      'lift',
      'lift',
      'lift',
      'report',
      'concern',
      'concern',
      'order',
      'move',
    ] as const),
  ),
  who: fc.nat(5),
  which: fc.nat(3),
  days: fc.constantFrom(1, 1, 5, 20),
  ahead: fc.constantFrom(0, 10, 200),
  checkKind: fc.constantFrom('request-evidence', 'receive-evidence', 'receive-evidence', 'pass', 'pass', 'require-action', 'fail' as const),
  concernKind: fc.constantFrom('start-enquiry', 'pause-orders', 'close' as const),
  orderKind: fc.constantFrom('continue', 'pause', 'end', 'resume' as const),
  moveKind: fc.constantFrom('pause', 'resume', 'activate' as const),
  channel: fc.constantFrom('page' as const, 'card' as const, 'link' as const),
});
export type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

export const give = (world: World, told: Act, actors: readonly Person[]): void => {
  const by = actors[told.who % actors.length] as Person;
  const base = commandOf(world, by, told.channel);
  const on = addDays(world.today, told.ahead);
  const reason = 'Seen and in order.';
  switch (told.what) {
    case 'day':
      world.today = addDays(world.today, told.days);
      runClock(world);
      return;
    case 'renew': {
      const ref = `Q-${world.checks.length + 1}`;
      const plan = { ...base, ref, providerRef: 'P-0001', standard: 'insurance' as const, scheduledFor: world.today };
      const decision = world.checks.length < 4 ? scheduleCheck(plan, checkFacts()) : undefined;
      if (decision?.ok) world.checks.push(decision.state);
      return;
    }
    case 'check': {
      const index = told.which % world.checks.length;
      const present = world.checks[index] as CheckRecord;
      const pass = aPass(present, { checkedOn: world.today, expiresOn: on });
      giveCheck(world, index, { ...pass, ...base, kind: told.checkKind, dueOn: on, reason, action: reason } as CheckCommand);
      return;
    }
    case 'hold':
      giveProvider(world, { ...base, kind: 'place-hold', cause: 'commissioner', reason });
      return;
    case 'lift':
      giveProvider(world, { ...base, kind: 'lift-hold', holdRef: holdRefs(world)[told.which] ?? 'P-0001-H1', reason });
      return;
    case 'report': {
      const ref = `C-${world.concerns.length + 1}`;
      const report = {
        ...base,
        ref,
        providerRef: 'P-0001',
        ringFirstRead: true,
        rung: [],
        category: 'other',
        severity: 'serious',
        text: 'No heating.',
      } as const;
      const decision = world.concerns.length < 3 ? reportConcern(report, { others: world.concerns }) : undefined;
      if (decision?.ok) world.concerns.push(decision.state);
      if (decision) perform(world, decision);
      return;
    }
    case 'concern':
      giveConcern(world, told.which, { ...base, kind: told.concernKind, outcome: 'put-right', text: reason } as ConcernCommand);
      return;
    case 'order':
      giveOrder(world, { ...base, by: senco, kind: told.orderKind, reason } as OrderHoldCommand);
      return;
    case 'move':
      giveProvider(world, { ...base, kind: told.moveKind, reason } as ProviderCommand);
      return;
  }
};

export const isListed = ({ standing, checks, today }: World): boolean =>
  listingOf(aListing({ standing, qaChecks: [...others, ...checks] }), today, localDate('2027-01-12')).ok;
