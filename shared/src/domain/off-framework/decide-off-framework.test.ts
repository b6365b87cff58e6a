import { aMembership, senco, stranger } from '../call-off/call-off.fixture.ts';
import { pence } from '../money/money.ts';
import { aPurchase, aText, decided, stateOf } from './off-framework.fixture.ts';
import { offFrameworkRoleNames, offFrameworkRoles, offFrameworkRolesOf } from './off-framework-command.ts';
import { monthWords } from './off-framework-limits.ts';
import { offFrameworkMachine } from './off-framework-machine.ts';
import { type OffFrameworkText, offFrameworkReasons, offFrameworkReasonWords } from './off-framework-purchase.ts';

const declared = (told: Partial<OffFrameworkText> = {}) =>
  decided(undefined, { kind: 'declare-purchase', ref: 'OF-1', buyerRef: '113800', purchase: aText(told) });
const refusal = (decision: ReturnType<typeof decided>) => {
  if (decision.ok) throw new Error('accepted');
  return [decision.code, 'field' in decision ? decision.field : undefined];
};

test('which command leads a declaration where, and who gives it', () => {
  expect(
    offFrameworkMachine.moves.map(({ command, from, to, by, audit }) => [command, from.join('|'), to.join('|'), by.join('|'), audit]),
  ).toEqual([
    ['declare-purchase', 'none', 'declared', 'declarer', 'off-framework-declared'],
    ['correct-purchase', 'declared', 'same', 'declarer', 'off-framework-corrected'],
    ['withdraw-purchase', 'declared', 'withdrawn', 'declarer', 'off-framework-withdrawn'],
  ]);
  expect([offFrameworkMachine.ends, Object.keys(offFrameworkMachine.states)]).toEqual([['withdrawn'], ['declared', 'withdrawn']]);
  expect(Object.values(offFrameworkMachine.states)).not.toContain('');
  expect(Object.keys(offFrameworkRoleNames)).toEqual([...offFrameworkRoles]);
  expect(Object.keys(offFrameworkReasonWords)).toEqual([...offFrameworkReasons]);
  expect([...Object.values(offFrameworkReasonWords), ...Object.values(offFrameworkRoleNames)]).not.toContain('');
});

test('people of the buyer declare, in whichever of their roles; no colleague of another school, no member who left, no commissioner', () => {
  const of = (roles: Parameters<typeof aMembership>[1], told: Parameters<typeof aMembership>[2] = {}) =>
    offFrameworkRolesOf([aMembership(senco, roles, told)], '113800', senco);
  expect([of(['requester']), of(['approver']), of(['contact'])]).toEqual([['declarer'], ['declarer'], ['declarer']]);
  expect(of(['commissioner', 'contact'])).toEqual(['declarer']);
  expect([of(['requester'], { buyerRef: '113801' }), of(['requester'], { status: 'removed' }), of(['commissioner'])]).toEqual([[], [], []]);
  expect(offFrameworkRolesOf([aMembership(senco, ['requester'])], '113800', stranger)).toEqual([]);
  expect(refusal(decided(aPurchase(), { kind: 'withdraw-purchase', reason: 'Twice.' }, { roles: [] }))).toEqual([
    'not-your-role',
    undefined,
  ]);
});

describe('a purchase is declared', () => {
  test('as it was said, without blanks around it, and tells nobody', () => {
    const decision = declared({ bought: ' Farm ', providerName: ' Hill Farm ', because: ' The only one with animals. ' });
    expect(decision).toMatchObject({ ok: true, effects: [{ kind: 'record-audit', action: 'off-framework-declared' }] });
    expect(stateOf(decision)).toMatchObject({
      ref: 'OF-1',
      buyerRef: '113800',
      status: 'declared',
      lotKey: 'AP-2026-1',
      bought: 'Farm',
      providerName: 'Hill Farm',
      because: 'The only one with animals.',
      net: 480_000,
      declaredBy: senco,
      history: [{ by: senco.name, what: 'Declared: £4,800.00' }],
    });
  });

  test('of no lot, where it fits none, and without more than its reason', () => {
    const state = stateOf(declared({ lotKey: undefined, because: '  ' }));
    expect(state).not.toHaveProperty('lotKey');
    expect(state).not.toHaveProperty('because');
  });

  test.each<[string, Partial<OffFrameworkText>, string, string]>([
    ['a lot that the register does not have', { lotKey: 'AP-2020-9' }, 'lot-not-known', '/purchase/lotKey'],
    ['nothing that was bought', { bought: ' ' }, 'text-required', '/purchase/bought'],
    ['too long a text', { bought: 'x'.repeat(121) }, 'text-too-long', '/purchase/bought'],
    ['the name of a pupil', { bought: 'Tuition for Jack Smith' }, 'text-names-a-pupil', '/purchase/bought'],
    ['no provider', { providerName: '' }, 'text-required', '/purchase/providerName'],
    ['too long a name', { providerName: 'x'.repeat(121) }, 'text-too-long', '/purchase/providerName'],
    ['a number of a pupil as its provider', { providerName: 'A123456789012' }, 'text-names-a-pupil', '/purchase/providerName'],
    ['nothing to pay', { net: pence(0) }, 'number-not-allowed', '/purchase/net'],
    ['less than nothing to pay', { net: pence(-1) }, 'number-not-allowed', '/purchase/net'],
    ['no first month', { from: '2026-13' }, 'dates-not-allowed', '/purchase/from'],
    ['no last month', { to: '' }, 'dates-not-allowed', '/purchase/to'],
    ['an end before its beginning', { from: '2026-10', to: '2026-09' }, 'dates-not-allowed', '/purchase/to'],
    ['a beginning before its accounts', { from: '2020-10', to: '2020-12' }, 'dates-not-allowed', '/purchase/from'],
    ['an end that nobody knows yet', { from: '2027-11', to: '2028-12' }, 'dates-not-allowed', '/purchase/to'],
    ['more months than two years', { from: '2025-01', to: '2027-01' }, 'dates-not-allowed', '/purchase/to'],
    ['something else, and not what', { reason: 'other' }, 'text-required', '/purchase/because'],
    ['too long a reason', { because: 'x'.repeat(1_001) }, 'text-too-long', '/purchase/because'],
    ['a reason that names a pupil', { because: 'Jack Smith likes it there.' }, 'text-names-a-pupil', '/purchase/because'],
  ])('not with %s', (_what, told, code, field) => {
    expect(refusal(declared(told))).toEqual([code, field]);
  });

  test.each<[string, Partial<OffFrameworkText>]>([
    ['one month', { from: '2026-11', to: '2026-11' }],
    ['two whole years', { from: '2025-01', to: '2026-12' }],
    ['the first month that is taken', { from: '2020-11', to: '2020-11' }],
    ['the last month that is taken', { from: '2028-11', to: '2028-11' }],
    ['texts as long as they may be', { bought: 'x'.repeat(120), providerName: 'y'.repeat(120), because: 'z'.repeat(1_000) }],
    ['such texts with blanks around them', { bought: ` ${'x'.repeat(120)} `, because: ` ${'z'.repeat(1_000)} ` }],
    ['a provider that is called after a person', { providerName: 'Jane Smith Tutoring' }],
    ['a penny', { net: pence(1) }],
    ['something else, and what', { reason: 'other', because: 'A court order.' }],
  ])('with %s', (_what, told) => expect(declared(told).ok).toBe(true));

  test('the months that are taken are told in words', () => {
    expect(declared({ from: '2020-10', to: '2020-12' })).toMatchObject({ detail: 'Declare what began in November 2020 or later.' });
    expect(declared({ from: '2027-11', to: '2028-12' })).toMatchObject({ detail: 'Declare what ends by November 2028.' });
    expect(monthWords('2027-01')).toBe('January 2027');
  });
});

describe('a declaration is corrected', () => {
  test('and what it said before stays, part by part', () => {
    const before = aPurchase({ because: 'A farm.' });
    const state = stateOf(
      decided(before, {
        kind: 'correct-purchase',
        purchase: aText({
          lotKey: undefined,
          bought: 'Farm',
          providerName: 'Hill',
          net: pence(1),
          from: '2026-10',
          to: '2026-11',
          reason: 'price',
        }),
      }),
    );
    expect(state).toMatchObject({ version: 2, status: 'declared', net: 1, bought: 'Farm', from: '2026-10' });
    expect(state).not.toHaveProperty('because');
    expect(state.history.at(-1)).toMatchObject({
      what: 'Corrected',
      comment:
        'lot was AP-2026-1; what was Two days a week at a farm; provider was Hill Farm Learning; cost was £4,800.00; first month was September 2026; last month was December 2026; reason was No provider of the framework had a place in time; why was A farm.',
    });
    expect(stateOf(decided(state, { kind: 'correct-purchase', purchase: aText() })).history.at(-1)?.comment).toMatch(/^lot was none; /);
  });

  test('by a reason that was not there before', () => {
    const state = stateOf(decided(aPurchase(), { kind: 'correct-purchase', purchase: aText({ because: 'A farm.' }) }));
    expect([state.because, state.history.at(-1)?.comment]).toEqual(['A farm.', 'why was nothing']);
  });

  test('not where nothing of it changes, and by the same rules', () => {
    expect(refusal(decided(aPurchase(), { kind: 'correct-purchase', purchase: aText() }))).toEqual(['nothing-proposed', undefined]);
    expect(refusal(decided(aPurchase(), { kind: 'correct-purchase', purchase: aText({ net: pence(0) }) }))).toEqual([
      'number-not-allowed',
      '/purchase/net',
    ]);
  });
});

describe('a declaration is withdrawn', () => {
  test('with a reason that is kept, and for good', () => {
    const state = stateOf(decided(aPurchase(), { kind: 'withdraw-purchase', reason: ' Declared twice. ' }));
    expect(state).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'Declared twice.' });
    expect(state.history.at(-1)).toMatchObject({ what: 'Withdrawn', comment: 'Declared twice.' });
    expect(refusal(decided(state, { kind: 'correct-purchase', purchase: aText({ net: pence(1) }) }))).toEqual([
      'not-in-this-state',
      undefined,
    ]);
  });

  test('not without one', () => {
    expect(refusal(decided(aPurchase(), { kind: 'withdraw-purchase', reason: ' ' }))).toEqual(['text-required', '/reason']);
    expect(refusal(decided(aPurchase(), { kind: 'withdraw-purchase', reason: 'Jack Smith left.' }))).toEqual([
      'text-names-a-pupil',
      '/reason',
    ]);
  });
});
