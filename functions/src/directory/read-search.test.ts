import fc from 'fast-check';
import { readSearch } from './read-search.ts';

const lots = [
  { value: 'AP-2026-1', label: 'Engagement' },
  { value: 'AP-2026-2', label: 'Tuition' },
  { value: 'AP-2026-3', label: 'Online tuition' },
];
const map = {
  centroid: (outcode: string) => (['DT1', 'DT11'].includes(outcode) ? { lat: 50.7, lon: -2.4 } : undefined),
  towns: new Map([['dorchester', 'DT1']]),
};
const read = (typed: { text?: string; lot?: string; near?: string }) =>
  readSearch({ text: typed.text ?? '', lot: typed.lot ?? '', near: typed.near ?? '' }, lots, map);

test.each([
  ['nothing', {}, { text: '', lots: [], near: undefined }],
  ['words', { text: ' maths   tuition ' }, { text: 'maths tuition', lots: [], near: undefined }],
  ['an outcode alone', { text: 'dt11' }, { text: '', lots: [], near: 'DT11' }],
  ['a place after the words', { text: 'mentoring DT1' }, { text: 'mentoring', lots: [], near: 'DT1' }],
  ['a place before the words', { text: 'dt1 mentoring' }, { text: 'mentoring', lots: [], near: 'DT1' }],
  ['a place in its own field', { text: 'mentoring', near: 'dt11' }, { text: 'mentoring', lots: [], near: 'DT11' }],
  ['an outcode that is on no map', { text: 'mentoring ZE3' }, { text: 'mentoring ZE3', lots: [], near: undefined }],
  ['a part of a name of lots', { lot: 'TUITION' }, { text: '', lots: ['AP-2026-2', 'AP-2026-3'], near: undefined }],
])('what is looked for when somebody types: %s', (_what, typed, expected) => expect(read(typed)).toEqual({ ok: true, ...expected }));

test('R40: of a full postcode only the outcode is left, wherever it was typed', () => {
  expect(read({ near: 'DT11 8BG' })).toMatchObject({ near: 'DT11' });
  expect(read({ near: 'dt118bg' })).toMatchObject({ near: 'DT11' });
  expect(read({ text: 'tutor for DT11 8BG please' })).toEqual({ ok: true, text: 'tutor for please', lots: [], near: 'DT11' });
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), fc.string({ maxLength: 20 }), (before, after) => {
      const found = read({ text: `${before} DT11 8BG ${after}` });
      expect(JSON.stringify(found)).not.toMatch(/DT11\s*8BG/i);
    }),
  );
});

test('what cannot be read is told in a sentence that says what to type', () => {
  expect(read({ near: 'Dorchester' })).toEqual({ ok: false, sentence: 'Enter the first half of a postcode, such as DT1.' });
  expect(read({ near: 'ZE3' })).toMatchObject({ ok: false });
  expect(read({ lot: 'catering' })).toEqual({
    ok: false,
    sentence: 'No lot is called that. The lots are: Engagement; Tuition; Online tuition.',
  });
});
