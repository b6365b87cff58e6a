import fc from 'fast-check';
import { addDays, localDate } from '../days/local-date.ts';
import { loadSentence, type PlacementFact, peakLoad, registrationLoad, whyNotMore } from './registration-load.ts';
import { neverWaived } from './standard.ts';

const on = localDate('2026-11-24');
let pupils = 0;
const aPlacement = (told: Partial<PlacementFact> = {}): PlacementFact => {
  pupils += 1;
  return {
    buyerRef: '113800',
    pupilRef: `P-${pupils}`,
    hoursPerWeek: 20,
    compulsorySchoolAge: true,
    ehcPlan: false,
    lookedAfter: false,
    startDate: localDate('2026-09-07'),
    endDate: localDate('2026-12-18'),
    ...told,
  };
};
const several = (count: number, told: Partial<PlacementFact> = {}) => Array.from({ length: count }, () => aPlacement(told));
const standing = (placements: readonly PlacementFact[]) => registrationLoad(placements, false, on).standing;

describe('R12: the threshold', () => {
  test.each<[string, readonly PlacementFact[], string]>([
    ['nobody', [], 'below'],
    ['three full-time pupils', several(3), 'below'],
    ['four', several(4), 'near'],
    ['five', several(5), 'at'],
    ['one with an EHC plan', several(1, { ehcPlan: true }), 'at'],
    ['one who is looked after', several(1, { lookedAfter: true }), 'at'],
    ['five near full-time', several(5, { hoursPerWeek: 16 }), 'near'],
    ['one with an EHC plan near full-time', several(1, { ehcPlan: true, hoursPerWeek: 15 }), 'near'],
    ['many for a day a week', several(20, { hoursPerWeek: 5, ehcPlan: true }), 'below'],
    ['any number above or below compulsory school age', several(9, { compulsorySchoolAge: false, ehcPlan: true }), 'below'],
    ['placements that have ended', several(9, { endDate: localDate('2026-11-23') }), 'below'],
    ['placements that have not begun', several(9, { startDate: localDate('2026-11-25') }), 'below'],
  ])('%s', (_what, placements, expected) => {
    expect(standing(placements)).toBe(expected);
  });

  test('is nothing to a registered school', () => {
    expect(registrationLoad(several(9), true, on).standing).toBe('registered-school');
    expect(whyNotMore(several(9), aPlacement(), true)).toBeUndefined();
  });

  test('stops the order that would reach it, not the one before; a buyer is told no number', () => {
    expect(whyNotMore(several(3), aPlacement(), false)).toBeUndefined();
    const refusal = whyNotMore(several(4), aPlacement(), false);
    expect(refusal?.code).toBe('registration-threshold');
    expect(refusal?.detail).not.toMatch(/\d/);
  });

  test('is waived by nobody', () => {
    expect(neverWaived).toContain('registration');
  });
});

describe('R13: full-time is more than 18 hours a week', () => {
  test.each([
    [18, 'near'],
    [18.25, 'at'],
  ])('%d hours', (hoursPerWeek, expected) => {
    expect(standing(several(5, { hoursPerWeek }))).toBe(expected);
  });

  test('the hours of one pupil are added up, whatever the placement and however the reference is typed', () => {
    const halves = several(5).flatMap((whole) => [
      { ...whole, hoursPerWeek: 10 },
      { ...whole, hoursPerWeek: 9, pupilRef: ` ${whole.pupilRef.toLowerCase()} ` },
    ]);
    expect(standing(halves)).toBe('at');
  });

  test('the words name the department and the source of the count, and call nothing lawful', () => {
    const sentence = loadSentence(registrationLoad(several(4), false, on));
    expect(sentence).toBe(
      'By the orders made here, 4 pupils of compulsory school age come for more than 18 hours a week, 0 of them with an EHC plan or looked after. The Department for Education generally looks for registration at 5 such pupils, or at 1 with an EHC plan or looked after. Placements made elsewhere are not seen here.',
    );
    expect(sentence).not.toMatch(/lawful|legal|complian/i);
    const declared = (pupils: number) =>
      loadSentence(registrationLoad(several(1), false, on), undefined, { pupils })
        .split('. ')
        .at(-1);
    expect(declared(0)).toBe('Placements made elsewhere are not seen here.');
    expect(declared(1)).toBe('1 of them comes from elsewhere, as the provider declares.');
    expect(declared(2)).toBe('2 of them come from elsewhere, as the provider declares.');
    expect(loadSentence(registrationLoad(several(1), false, on))).toMatch(/, 1 pupil of compulsory school age comes for/);
    expect(loadSentence(registrationLoad([], true, on))).toBe('Registered as a school: the number of its pupils is not limited here.');
  });
});

describe('R12: the heaviest day', () => {
  const day = (ahead: number, told: Partial<PlacementFact> = {}) => ({
    startDate: addDays(on, ahead),
    endDate: addDays(on, ahead + 1),
    ...told,
  });
  const peakOn = (...placements: readonly PlacementFact[]) => peakLoad(placements, false, on, addDays(on, 10)).on;

  test('is one on which a placement starts, up to the last day that is asked about; the first of several alike', () => {
    expect(peakOn(...several(2, day(10)))).toBe(addDays(on, 10));
    expect(peakOn(...several(2, day(11)))).toBe(on);
    expect(peakOn(...several(2, day(-5)))).toBe(on);
    expect(peakOn(...several(2, day(3)), ...several(2, day(7)))).toBe(addDays(on, 3));
    expect(peakOn(...several(2, day(7)), ...several(2, day(3)))).toBe(addDays(on, 7));
  });

  test('goes by the standing, then by full-time pupils, then by those near full-time', () => {
    const near = { hoursPerWeek: 16 };
    expect(peakOn(...several(3, day(3)), ...several(1, day(7, { ehcPlan: true })))).toBe(addDays(on, 7));
    expect(peakOn(...several(1, day(3)), ...several(2, day(3, near)), ...several(2, day(7)))).toBe(addDays(on, 7));
    expect(peakOn(...several(1, day(3)), ...several(2, day(7, near)), ...several(1, day(7)))).toBe(addDays(on, 7));
    expect(peakOn(...several(2, day(3)), ...several(1, day(7)), ...several(2, day(7, near)))).toBe(addDays(on, 3));
  });
});

describe('R14: every buyer counts', () => {
  test('the same reference at two schools is two pupils', () => {
    const placements = ['113800', '113801', '113802', '113803', 'CD-SEND'].map((buyerRef) => aPlacement({ buyerRef, pupilRef: 'P-1' }));
    expect(registrationLoad(placements, false, on)).toMatchObject({ standing: 'at', fullTime: 5 });
  });

  test('a flag that one order tells counts for the pupil', () => {
    const one = aPlacement({ hoursPerWeek: 10 });
    expect(standing([one, { ...one, lookedAfter: true }])).toBe('at');
  });

  test('a new order is looked at over all of its time: others may begin within it', () => {
    const later = several(4, { startDate: localDate('2027-01-11'), endDate: localDate('2027-02-12') });
    const short = aPlacement({ endDate: localDate('2026-12-18') });
    expect(whyNotMore(later, short, false)).toBeUndefined();
    expect(whyNotMore(later, { ...short, endDate: localDate('2027-01-11') }, false)?.code).toBe('registration-threshold');
    expect(peakLoad(later, false, on, localDate('2027-02-12')).on).toBe('2027-01-11');
  });
});

const placements = fc.array(
  fc
    .record({
      buyerRef: fc.constantFrom('113800', '113801'),
      pupilRef: fc.constantFrom('P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6'),
      hoursPerWeek: fc.integer({ min: 1, max: 100 }).map((quarters) => quarters / 4),
      compulsorySchoolAge: fc.boolean(),
      ehcPlan: fc.boolean(),
      lookedAfter: fc.boolean(),
      begins: fc.nat(30),
      days: fc.nat(40),
    })
    .map(({ begins, days, ...told }) => ({ ...told, startDate: addDays(on, begins), endDate: addDays(on, begins + days) })),
  { maxLength: 14 },
);
const order = ['below', 'near', 'at'];

test('one more placement never makes the load lighter, and no day is heavier than the peak', () => {
  fc.assert(
    fc.property(placements, placements, fc.nat(70), (some, more, day) => {
      const date = addDays(on, day);
      const [before, after] = [registrationLoad(some, false, date), registrationLoad([...some, ...more], false, date)];
      expect(order.indexOf(after.standing)).toBeGreaterThanOrEqual(order.indexOf(before.standing));
      const peak = peakLoad(some, false, on, addDays(on, 70));
      expect(order.indexOf(peak.standing)).toBeGreaterThanOrEqual(order.indexOf(before.standing));
    }),
    { numRuns: 300 },
  );
});

test('the order in which placements are read changes nothing', () => {
  fc.assert(
    fc.property(placements, (some) => {
      expect(registrationLoad([...some].reverse(), false, on)).toEqual(registrationLoad(some, false, on));
    }),
    { numRuns: 150 },
  );
});
