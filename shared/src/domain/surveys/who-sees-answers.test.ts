import { surveyQuestionKinds } from './survey-question.ts';
import { whoSeesAnswers } from './who-sees-answers.ts';

const told = (...kinds: readonly (typeof surveyQuestionKinds)[number][]) => whoSeesAnswers(kinds.map((kind) => ({ kind })));
const toCommissioners = /^The commissioning team sees which school gave which answer/;
const toBuyers = /buyers who lead one for such a service are told the name of your school/;
const aboutPupils = /Write nothing about a pupil\. Until it closes you or a colleague can change the answers\.$/;

describe('row 67: who sees what is answered is told before anybody answers', () => {
  test.each(surveyQuestionKinds)('where it asks %s', (kind) => {
    for (const words of [told(kind), told('text', kind)]) {
      expect(words).toMatch(toCommissioners);
      expect(words).toMatch(aboutPupils);
      // Other buyers are told of an interest alone.
      expect(toBuyers.test(words)).toBe(kind === 'block-interest');
    }
  });

  test('in sentences of which the one about other buyers alone is left out', () => {
    expect(told('block-interest')).not.toMatch(/\.[A-Z]| {2}/);
    expect(told('block-interest').replace(/If you are interested .* binds nobody\. /, '')).toBe(told('text'));
  });
});
