import { placeInText } from './place-in-text.ts';

const known = {
  centroid: (outcode: string) => ['DT1', 'DT4', 'DT11'].includes(outcode),
  towns: new Map([
    ['weymouth', 'DT4'],
    ['blandford forum', 'DT11'],
    ['blandford', 'DT11'],
    ['lyme', 'DT7'],
  ]),
};

test.each([
  ['mentoring Weymouth', { text: 'mentoring', outcode: 'DT4', name: 'Weymouth (DT4)' }],
  ['weymouth', { text: '', outcode: 'DT4', name: 'Weymouth (DT4)' }],
  ['forest school, Blandford Forum.', { text: 'forest school,', outcode: 'DT11', name: 'Blandford Forum (DT11)' }],
  ['blandford tuition', { text: 'tuition', outcode: 'DT11', name: 'Blandford (DT11)' }],
  ['a mentor in Weymouth', { text: 'a mentor', outcode: 'DT4', name: 'Weymouth (DT4)' }],
  ['near weymouth', { text: '', outcode: 'DT4', name: 'Weymouth (DT4)' }],
  ['mentoring dt11', { text: 'mentoring', outcode: 'DT11', name: 'DT11' }],
  ['mentoring DT99', undefined],
  ['mentoring', undefined],
  ['', undefined],
])('%p names the place %p', (text, expected) => expect(placeInText(text, known)).toEqual(expected));

test('a slip in the name of a town is met only where that is asked for, and never in a short name', () => {
  expect(placeInText('mentoring Weymoth', known)).toBeUndefined();
  expect(placeInText('mentoring Weymoth', known, true)).toEqual({ text: 'mentoring', outcode: 'DT4', name: 'Weymouth (DT4)' });
  expect(placeInText('lime', known, true)).toBeUndefined();
});
