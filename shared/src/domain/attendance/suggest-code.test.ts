import { aProvider, aService } from '../call-off/call-off.fixture.ts';
import type { CallOff } from '../call-off/call-off.ts';
import { runningOrder } from '../orders/order.fixture.ts';
import type { DeliveryMode } from '../register/service.ts';
import type { ProviderMark } from './provider-mark.ts';
import { type SuggestionFacts, suggestCode, suggestionFacts } from './suggest-code.ts';

describe('R23, R24, R25: which code is suggested', () => {
  const suggest = (mode: DeliveryMode, told: Partial<Parameters<typeof suggestCode>[0] & object> = {}, mark: ProviderMark = 'present') =>
    suggestCode({ deliveryMode: mode, registeredSchool: false, arrangedByCouncil: false, schoolApproved: true, ...told }, 'pm', mark).code;

  test('R23: B only when present, supervised and approved by the school; never at home and never remote', () => {
    expect(suggest('off-site')).toBe('B');
    expect(suggest('community')).toBe('B');
    expect(suggest('off-site', { schoolApproved: false })).toBeUndefined();
    for (const mode of ['online', 'home'] as const)
      for (const arrangedByCouncil of [true, false])
        for (const registeredSchool of [true, false]) expect(suggest(mode, { arrangedByCouncil, registeredSchool })).toBeUndefined();
  });

  test('R24: D at another registered school, K where the council arranged it, the normal mark at the school itself', () => {
    expect(suggest('off-site', { registeredSchool: true, arrangedByCouncil: true })).toBe('D');
    expect(suggest('off-site', { arrangedByCouncil: true })).toBe('K');
    expect(suggest('on-site')).toBe('\\');
    expect(suggest('on-site', {}, 'late')).toBe('L');
  });

  test('R25: an absence, a cancelled session and silence suggest nothing, whatever the provider is', () => {
    for (const mode of ['on-site', 'off-site', 'online', 'home', 'community'] as const) {
      expect(suggest(mode, { arrangedByCouncil: true, registeredSchool: true }, 'absent')).toBeUndefined();
      expect(suggest(mode, {}, 'cancelled')).toBeUndefined();
    }
    expect(suggestCode(undefined, 'am', 'present').code).toBeUndefined();
    expect(
      suggestCode(suggestionFacts(runningOrder(), aService(), aProvider({ registeredSchool: false })), 'am', undefined).code,
    ).toBeUndefined();
    expect(suggestCode(suggestionFacts(runningOrder(), aService(), aProvider({ registeredSchool: false })), 'am', 'present').code).toBe(
      'B',
    );
  });

  test('R25: why, in a sentence for each', () => {
    const because = (told: Partial<SuggestionFacts>, mark?: ProviderMark) =>
      suggestCode(
        { deliveryMode: 'off-site', registeredSchool: false, arrangedByCouncil: false, schoolApproved: false, ...told },
        'am',
        mark,
      );
    expect(because({ deliveryMode: 'online' }, 'present')).toStrictEqual({
      because: 'Taught remotely: the school decides. It is never B (R23).',
    });
    expect(because({ deliveryMode: 'home' }, 'present')).toStrictEqual({ because: 'Taught at home: the school decides (R23).' });
    const atSchool = 'Taught at the school: its normal mark.';
    expect(because({ deliveryMode: 'on-site' }, 'present')).toStrictEqual({ code: '/', because: atSchool });
    expect(because({ deliveryMode: 'on-site' }, 'late')).toStrictEqual({ code: 'L', because: atSchool });
    expect(because({ registeredSchool: true }, 'late')).toStrictEqual({ code: 'D', because: 'At another registered school (R24).' });
    expect(because({ arrangedByCouncil: true }, 'late')).toStrictEqual({ code: 'K', because: 'The council arranged it (R24).' });
    expect(because({ schoolApproved: true }, 'present').because).toMatch(/at what the school approved/);
    expect(because({}, 'present')).toStrictEqual({ because: 'The school decides.' });
    expect(because({ schoolApproved: true })).toStrictEqual({ because: 'Not reported: this is not presence (R22).' });
    expect(because({ schoolApproved: true }, 'absent')).toStrictEqual({ because: 'Absent: the school finds out why, and decides.' });
    expect(because({ schoolApproved: true }, 'cancelled')).toStrictEqual({ because: 'Cancelled by the provider: the school decides.' });
  });

  test('R2, R4: the school approved what is taught when staff checks are confirmed and the plan is agreed', () => {
    const running = runningOrder();
    const approved = (order: CallOff['order']) => suggestionFacts({ ...running, order }, aService(), aProvider())?.schoolApproved;
    expect(approved(running.order)).toBe(true);
    for (const check of ['staff-checks-confirmed', 'plan-agreed'] as const)
      expect(approved(running.order && { ...running.order, checks: { ...running.order.checks, [check]: undefined } })).toBe(false);
    expect(approved(undefined)).toBe(false);
  });

  test('R25: what it rests on is read from the call-off, the service and the provider; without either nothing is suggested', () => {
    const running = runningOrder();
    expect(suggestionFacts(running, aService(), aProvider())).toStrictEqual({
      deliveryMode: 'off-site',
      registeredSchool: false,
      arrangedByCouncil: false,
      schoolApproved: true,
    });
    const council = { ...running, request: { ...running.request, arrangedBy: 'council' as const } };
    expect(suggestionFacts(council, aService(), aProvider())?.arrangedByCouncil).toBe(true);
    expect(suggestionFacts(running, undefined, aProvider())).toBeUndefined();
    expect(suggestionFacts(running, aService(), undefined)).toBeUndefined();
  });
});
