import { aCommand, aMembership, head, officer, officers, senco } from '../call-off/call-off.fixture.ts';
import { addDays, localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { decideLimit, type LimitCommand } from './decide-override.ts';
import { anOverride } from './ledger.fixture.ts';
import { type Ledger, newLedger, nothingHeld } from './ledger.ts';
import type { Override } from './override.ts';

const councilMembers = [...officers, aMembership(officer, ['commissioner'], { buyerRef: 'CD-SEND' })];
const today = localDate('2026-11-24');
const framework = newLedger({ kind: 'framework-value', of: 'AP-2026' });
const provider = newLedger({ kind: 'registration-load', of: 'P-0001' });
const until = localDate('2027-03-31');

type Told = LimitCommand extends infer C ? (C extends LimitCommand ? Omit<C, 'id' | 'by' | 'now' | 'receipted'> : never) : never;
const allow: Told = {
  kind: 'record-override',
  allowed: { kind: 'value', upTo: pence(200_000) },
  until,
  reason: 'The contract was varied.',
};
const decide = (present: Ledger, told: Told, by = officer) =>
  decideLimit(present, { ...aCommand(by), ...told } as LimitCommand, { councilMembers });
const codeOf = (...given: Parameters<typeof decide>): string => {
  const decision = decide(...given);
  return decision.ok ? 'accepted' : `${decision.code} ${decision.field ?? ''}`.trim();
};

test("R34: a commissioner's override is kept with reason, person, time and last day, as one version and one audit event", () => {
  const shares = [{ subject: 'CO-A', state: 'confirmed' as const, ...nothingHeld, amount: pence(5) }];
  const decision = decide({ ...framework, shares }, allow);
  expect(decision).toMatchObject({
    ok: true,
    state: {
      version: 1,
      shares,
      overrides: [{ allowed: { upTo: 200_000 }, reason: 'The contract was varied.', by: officer, until }],
      history: [{ what: 'Allowed up to £2,000.00 until Wednesday 31 March 2027', comment: 'The contract was varied.' }],
    },
    effects: [{ kind: 'record-audit', action: 'override-recorded' }],
  });
});

test.each<[string, Ledger, Partial<Told>, string]>([
  ['no reason', framework, { reason: ' ' }, 'comment-required /reason'],
  ['a reason that names a pupil', framework, { reason: 'Jack Smith needs it.' }, 'text-names-a-pupil /reason'],
  ['less than nothing', framework, { allowed: { kind: 'value', upTo: pence(-1) } } as Partial<Told>, 'number-not-allowed /allowed'],
  ['a last day that is over', framework, { until: addDays(today, -1) } as Partial<Told>, 'dates-not-allowed /until'],
  ['more than a year', framework, { until: localDate('2027-11-25') } as Partial<Told>, 'dates-not-allowed /until'],
  ['a value for a provider', provider, {}, 'number-not-allowed /allowed'],
  ['anything for a budget', newLedger({ kind: 'budget', of: '113800', year: '2026-27' as never }), {}, 'number-not-allowed /allowed'],
])('R34: an override is refused for %s', (_what, ledger, told, code) => {
  expect(codeOf(ledger, { ...allow, ...told } as Told)).toBe(code);
});

test('the last day of an override is today at the soonest, and a year from today at the latest', () => {
  for (const day of [today, localDate('2027-11-24')]) expect(codeOf(framework, { ...allow, until: day } as Told)).toBe('accepted');
});

test('a reason of 2,000 characters is kept as it was written, and one more is refused', () => {
  const reason = 'because '.repeat(250);
  expect(decide(framework, { ...allow, reason: ` ${reason.slice(2)} ` })).toMatchObject({
    state: { overrides: [{ reason: reason.slice(2).trim() }], history: [{ comment: reason.slice(2).trim() }] },
  });
  expect(codeOf(framework, { ...allow, reason })).toBe('accepted');
  expect(codeOf(framework, { ...allow, reason: `${reason}.` })).toBe('text-too-long /reason');
});

test('of a provider as many pupils may be allowed as a school can have, and all of them with a plan', () => {
  const pupilsAllowed = (pupils: number, withPlan: number) =>
    codeOf(provider, { ...allow, allowed: { kind: 'pupils', pupils, withPlan } } as Told);
  expect(pupilsAllowed(500, 500)).toBe('accepted');
  expect(pupilsAllowed(0, 0)).toBe('accepted');
  expect(pupilsAllowed(501, 0)).toBe('number-not-allowed /allowed');
  expect(pupilsAllowed(2, -1)).toBe('number-not-allowed /allowed');
});

test.each([
  ['more pupils with a plan than pupils', 1, 2],
  ['half a pupil', 1.5, 0],
  ['fewer than none', -1, 0],
])('R12: of a provider an override is refused for %s', (_what, pupils, withPlan) => {
  expect(codeOf(provider, { ...allow, allowed: { kind: 'pupils', pupils, withPlan } } as Told)).toBe('number-not-allowed /allowed');
});

test('R12: what is allowed of a provider is told in pupils', () => {
  expect(decide(provider, { ...allow, allowed: { kind: 'pupils', pupils: 6, withPlan: 1 } })).toMatchObject({
    state: {
      history: [{ what: 'Allowed up to 6 full-time pupils, 1 of them with a plan or looked after, until Wednesday 31 March 2027' }],
    },
  });
});

test('a record with no room left refuses, and loses nothing', () => {
  const full = Array.from({ length: 40 }, (_, at): Override => anOverride({ ref: `FV-AP-2026-O${at}`, reason: 'because '.repeat(250) }));
  expect(codeOf({ ...framework, overrides: full }, allow)).toBe('record-full');
});

test('nobody but a commissioner decides an override', () => {
  for (const person of [head, senco]) expect(codeOf(framework, allow, person)).toBe('not-yours');
});

test('an override is ended once, and stays in the record', () => {
  const allowed = decide(framework, allow);
  if (!allowed.ok) throw new Error(allowed.detail);
  const end: Told = { kind: 'end-override', overrideRef: 'FV-AP-2026-O1', reason: 'The value was raised.' };
  const ended = decide(allowed.state, end);
  expect(ended).toMatchObject({
    ok: true,
    state: { version: 2, overrides: [{ endedBy: officer }] },
    effects: [{ kind: 'record-audit', action: 'override-ended' }],
  });
  expect(ended.ok && codeOf(ended.state, end)).toBe('change-already-decided /overrideRef');
});

test('one override is ended and the other holds on; what is not there is not ended', () => {
  const first = decide(framework, allow);
  if (!first.ok) throw new Error(first.detail);
  const both = decide(first.state, { ...allow, allowed: { kind: 'value', upTo: pence(300_000) } });
  if (!both.ok) throw new Error(both.detail);
  const end = (overrideRef: string): Told => ({ kind: 'end-override', overrideRef, reason: 'The value was raised.' });
  const ended = decide(both.state, end('FV-AP-2026-O2'));
  expect(ended).toMatchObject({ ok: true, state: { overrides: [{ allowed: { upTo: 200_000 } }, { endedAt: expect.any(String) }] } });
  expect(ended.ok && ended.state.overrides[0]).not.toHaveProperty('endedAt');
  expect(codeOf(both.state, end('FV-AP-2026-O3'))).toBe('change-already-decided /overrideRef');
});

test.each([
  [500, 500, 'accepted'],
  [0, 0, 'accepted'],
  [501, 0, 'number-not-allowed /elsewhere'],
  [-1, -1, 'number-not-allowed /elsewhere'],
  [1.5, 0, 'number-not-allowed /elsewhere'],
  [2, 0.5, 'number-not-allowed /elsewhere'],
  [2, -1, 'number-not-allowed /elsewhere'],
])('R12: of %d pupils from elsewhere, %d with a plan: %s', (pupils, withPlan, code) => {
  const elsewhere = { pupils, withPlan, asAt: today };
  expect(codeOf(provider, { kind: 'record-pupils-elsewhere', elsewhere, reason: 'Told at the visit.' })).toBe(code);
});

test('R12: pupils whom a provider declares from elsewhere are recorded, with the day of the declaration', () => {
  const told: Told = { kind: 'record-pupils-elsewhere', elsewhere: { pupils: 3, withPlan: 1, asAt: today }, reason: 'Told at the visit.' };
  expect(decide(provider, told)).toMatchObject({ ok: true, state: { elsewhere: { pupils: 3, withPlan: 1 } } });
  expect(codeOf(framework, told)).toBe('number-not-allowed /elsewhere');
  expect(codeOf(provider, { ...told, elsewhere: { pupils: 1, withPlan: 2, asAt: today } } as Told)).toBe('number-not-allowed /elsewhere');
  expect(codeOf(provider, { ...told, elsewhere: { pupils: 1, withPlan: 0, asAt: addDays(today, 1) } } as Told)).toBe(
    'dates-not-allowed /elsewhere/asAt',
  );
});

test('a command that comes again is answered with what it did', () => {
  const command = { ...aCommand(officer), ...allow } as LimitCommand;
  const once = decideLimit(framework, command, { councilMembers });
  if (!once.ok) throw new Error(once.detail);
  expect(decideLimit(once.state, command, { councilMembers })).toMatchObject({ ok: true, effects: [], replay: { version: 1 } });
});
