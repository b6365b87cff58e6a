import { roundPlanShape } from './tender-shapes.ts';

// Found by `npm run fuzz -- --inputs 1000 --seed 4`: an empty version got as far as the list, which takes none, and was answered by 500.
test('a set of questions has a version, for the list of rounds keeps no empty one', () => {
  const { shape } = roundPlanShape.def;
  expect(shape.questionSet.safeParse({ version: '', questions: [] }).success).toBe(false);
  expect(shape.questionSet.safeParse({ version: '1', questions: [] }).success).toBe(true);
});
