import { withoutSummaries } from './without-summaries.ts';

test('the sentence about an operation is left out, and a field that is called so stays', () => {
  const declared = (summary: string): string => `endpoint({\n  name: 'getMe',\n  summary: ${summary},\n  method: 'GET',\n});\n`;
  expect(withoutSummaries(declared("'Who am I'"))).toBe(declared("''"));
  expect(withoutSummaries(declared(`"A school's own"`))).toBe(declared("''"));
  const shape = 'z.object({\n  summary: z.string(),\n  reply: z.optional(summary),\n});\n';
  expect(withoutSummaries(shape)).toBe(shape);
});
