import { textsIn, userFacingTexts } from './user-facing-text.ts';

/** Words that messages of a public service do without (GOV.UK error message): they blame, beg or say nothing. */
const banned = /\b(?:please|sorry|oops|invalid|forbidden|is required|click here)\b/i;

/** Not told to anybody: a list of words that are no names, and the linter of cards, which quotes such words at us. */
const notForPeople = /^(?:shared\/src\/domain\/pupils\/known-names|functions\/src\/cards\/card-rules)\.ts:/;

const texts = userFacingTexts('shared/src', 'teams-app/src', 'functions/src').filter(({ at }) => !notForPeople.test(at));

test('E24: messages say what to enter: none begs, apologises, blames or says only that something is required', () => {
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter(({ text }) => banned.test(text)).map(({ at, text }) => `${at} ${text}`)).toEqual([]);
});

test('the lint reads literals, templates, attributes and text between tags, and tells the line', () => {
  const source = `import { x } from './sorry page.ts';
const code = 'invalid-body';
const one = \`Oops: \${x}\`;
const two = \`\${x} is required\`;
const page = <p title="Click here">
  Please wait
</p>;
const label = 'Invalid';`;
  expect(textsIn('a.tsx', source).filter(({ text }) => banned.test(text))).toEqual([
    { at: 'a.tsx:3', text: 'Oops:' },
    { at: 'a.tsx:4', text: 'is required' },
    { at: 'a.tsx:5', text: 'Click here' },
    { at: 'a.tsx:6', text: 'Please wait' },
    { at: 'a.tsx:8', text: 'Invalid' },
  ]);
});
