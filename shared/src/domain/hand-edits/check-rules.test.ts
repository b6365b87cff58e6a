import { localDate } from '../days/local-date.ts';
import { type QaOutcome, qaOutcomes } from '../quality/check-outcome.ts';
import { checkRules, type EditedCheck } from './check-rules.ts';

const day = localDate('2027-01-31');
const aCheck = (outcome: QaOutcome, isLed: boolean): EditedCheck => ({
  ref: 'Q-00001',
  providerRef: 'P-0042',
  standard: 'policies',
  mandatory: true,
  outcome,
  isLed,
});
const received = { of: 'check', kind: 'receive-evidence', checkRef: 'Q-00001' };
const stays = {
  code: 'decided-in-the-app',
  sentence: 'This check was decided, and stays as it was decided. Record a new one in the app.',
};
const notByTyping = {
  code: 'check-not-decided',
  sentence: 'Nobody passes, fails or waives a check by typing. Record it in the app, which asks who checked what and until when it holds.',
};
const undecided: readonly QaOutcome[] = ['scheduled', 'evidence-requested', 'received'];
const decided: readonly QaOutcome[] = ['passed', 'action-required', 'failed', 'due', 'lapsed'];
const everyPair = qaOutcomes.flatMap((from) => qaOutcomes.filter((to) => to !== from).map((to) => [from, to] as const));

describe('R17: a check that the app leads', () => {
  const stepsByTyping = ['evidence-requested received', 'action-required received'];

  test.each(everyPair)('which is %s does not become %s by typing, unless evidence that it waits for came in', (from, to) => {
    expect(checkRules(aCheck(from, true), aCheck(to, true))).toStrictEqual(
      stepsByTyping.includes(`${from} ${to}`)
        ? { faults: [], command: received }
        : { faults: [{ field: 'outcome', ...stays }], command: undefined },
    );
  });

  test('keeps all that is recorded of it, also where its evidence came in', () => {
    const before = aCheck('evidence-requested', true);
    const written = {
      standard: 'insurance',
      mandatory: false,
      checkedOn: day,
      checkedBy: 'A. Marsh',
      expiresOn: day,
      actionDueOn: day,
      waivedUntil: day,
    } as const;
    const faults = Object.keys(written).map((field) => ({ field, ...stays }));
    expect(checkRules(before, { ...before, ...written })).toStrictEqual({ faults, command: undefined });
    expect(checkRules(before, { ...before, ...written, outcome: 'received' })).toStrictEqual({ faults, command: received });
    expect(checkRules(before, before)).toStrictEqual({ faults: [], command: undefined });
  });
});

describe('R17: a check that was entered by hand', () => {
  test.each(undecided.flatMap((from) => undecided.map((to) => [from, to] as const)))('may be %s and then %s', (from, to) => {
    expect(checkRules(aCheck(from, false), { ...aCheck(to, false), expiresOn: day })).toStrictEqual({ faults: [] });
  });

  test.each(decided)('is not made %s by typing, be it new or planned', (outcome) => {
    for (const before of [undefined, aCheck('received', false)])
      expect(checkRules(before, aCheck(outcome, false))).toStrictEqual({ faults: [{ field: 'outcome', ...notByTyping }] });
  });

  test.each(decided)('and arrived as %s, stays as it was decided: typed evidence is no command', (outcome) => {
    const before = aCheck(outcome, false);
    expect(checkRules(before, { ...aCheck('received', false), expiresOn: day })).toStrictEqual({
      faults: [
        { field: 'outcome', ...stays },
        { field: 'expiresOn', ...stays },
      ],
      command: undefined,
    });
    expect(checkRules(before, before)).toStrictEqual({ faults: [], command: undefined });
  });

  test('is not waived by typing; a waiver that stands may stay or go', () => {
    const waived = { ...aCheck('scheduled', false), waivedUntil: day };
    const fault = { field: 'waivedUntil', ...notByTyping };
    expect(checkRules(undefined, waived)).toStrictEqual({ faults: [fault] });
    expect(checkRules(aCheck('scheduled', false), waived)).toStrictEqual({ faults: [fault] });
    expect(checkRules({ ...waived, waivedUntil: localDate('2027-01-30') }, waived)).toStrictEqual({ faults: [fault] });
    expect(checkRules(waived, { ...waived, outcome: 'received' })).toStrictEqual({ faults: [] });
    expect(checkRules(waived, aCheck('scheduled', false))).toStrictEqual({ faults: [] });
  });
});
