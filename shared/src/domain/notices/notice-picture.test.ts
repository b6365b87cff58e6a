import { aDraft, decided, published, stateOf } from './notice.fixture.ts';
import { longestAlt, pictureTypeOf } from './notice-picture.ts';

const picture = { hash: 'abc', type: 'image/png', alt: 'The logo of the framework' } as const;
const refusal = (decision: ReturnType<typeof decided>) => {
  if (decision.ok) throw new Error('accepted');
  return [decision.code, 'field' in decision ? decision.field : undefined];
};

test('a file is a picture by its first bytes alone', () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  expect(pictureTypeOf(Uint8Array.from([...png, 1, 2]))).toBe('image/png');
  expect(pictureTypeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg');
  expect(pictureTypeOf(Uint8Array.from(png.slice(0, 7)))).toBeUndefined();
  expect(pictureTypeOf(new TextEncoder().encode('<svg onload="alert(1)">'))).toBeUndefined();
  expect(pictureTypeOf(new Uint8Array())).toBeUndefined();
});

test('a draft has a picture with what it shows in words, until it is taken away; a change of the text leaves it', () => {
  const set = stateOf(decided(aDraft(), { kind: 'set-picture', picture: { ...picture, alt: ' The logo of the framework ' } }));
  expect(set.picture).toEqual(picture);
  const { title, body, authorRole, audience, showUntil } = set;
  expect(stateOf(decided(set, { kind: 'change-notice', text: { title, body, authorRole, audience, showUntil } })).picture).toEqual(picture);
  const cleared = stateOf(decided(set, { kind: 'clear-picture' }));
  expect(cleared).not.toHaveProperty('picture');
  expect(refusal(decided(cleared, { kind: 'clear-picture' }))[0]).toBe('not-in-this-state');
});

test('no picture without words, none in words that name a pupil, none under a notice that was published', () => {
  const set = (alt: string) => refusal(decided(aDraft(), { kind: 'set-picture', picture: { ...picture, alt } }));
  expect(set(' ')).toEqual(['text-required', '/alt']);
  expect(set('Oliver Smith at the climbing wall')).toEqual(['text-names-a-pupil', '/alt']);
  expect(set('x'.repeat(longestAlt + 1))).toEqual(['text-too-long', '/alt']);
  expect(refusal(decided(published(), { kind: 'set-picture', picture }))[0]).toBe('not-in-this-state');
});
