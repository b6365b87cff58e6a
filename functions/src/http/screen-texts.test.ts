import { everyEndpoint } from '@ap/shared/contract/every-endpoint';
import { namedTexts } from '@ap/shared/contract/named-texts';
import { HttpRequest } from './http-request.fixture.ts';
import { ProblemError } from './problem-reply.ts';
import { readInput } from './read-input.ts';
import { pupilProbes, type TextField, takesWords, textFieldsOf } from './typed-texts.fixture.ts';

// Generated from the contract: every later field joins by itself. A field that may hold more than others stands in shared/src/contract/named-texts.ts.

const fields = everyEndpoint.flatMap(textFieldsOf);
const mayHold = new Map(namedTexts.flatMap(({ may, fields: named }) => named.map((field) => [field, may] as const)));

/** The edge reads it as the host hands it over: no use case is asked. */
const answerTo = async ({ declared, part, holding }: TextField, text: string): Promise<string> => {
  const given = holding(text);
  const asQuery = part === 'query' ? `?${new URLSearchParams(JSON.parse(JSON.stringify(given)))}` : '';
  const request = new HttpRequest({
    method: declared.method,
    url: `http://localhost:7071/api/any${asQuery}`,
    params: part === 'params' ? (given as Record<string, string>) : {},
    headers: { 'content-type': 'application/json', 'idempotency-key': 'a-key-of-a-test-1234' },
    ...(part === 'body' ? { body: { string: JSON.stringify(given) } } : {}),
  });
  const only = { ...declared, params: undefined, query: undefined, body: undefined, [part]: declared[part] };
  try {
    await readInput(only, request);
    return 'taken';
  } catch (error) {
    if (error instanceof ProblemError) return `${error.code} ${error.pointer}`;
    throw error;
  }
};

const typed = fields.filter(({ shape }) => takesWords(shape));
const probesFor = ({ field, shape }: TextField, held: boolean) =>
  pupilProbes.filter(({ found, text }) => shape.safeParse(text).success && (mayHold.get(field)?.includes(found) ?? false) === held);

test('the contract has texts that people type, and others that are held to a pattern', () => {
  expect(typed.length).toBeGreaterThan(100);
  expect(fields.length).toBeGreaterThan(typed.length + 100);
});

test('R40, row 63: what names a pupil is refused in every text of every endpoint, at its field, before a use case sees it', async () => {
  const through: string[] = [];
  for (const one of typed)
    for (const { found, text } of probesFor(one, false)) {
      const answer = await answerTo(one, text);
      if (answer !== `text-names-a-pupil ${one.pointer}`) through.push(`${one.field}: a ${found} is answered '${answer}'`);
    }
  if (through.length > 0)
    throw new Error(
      `These texts are not screened for the identity of pupils. functions/src/http/screen-texts.ts screens every string without a pattern: does it
reach them? What may rightly hold names, phones or the like is listed with its reason in shared/src/contract/named-texts.ts.\n${through.join('\n')}`,
    );
});

test('what a named text may hold is not refused there by the screen', async () => {
  const refused: string[] = [];
  for (const one of typed)
    for (const { found, text } of probesFor(one, true))
      if ((await answerTo(one, text)).startsWith('text-names-a-pupil')) refused.push(`${one.field}: ${found}`);
  expect(refused).toEqual([]);
});

test('harmless words are taken everywhere, so that a refusal above comes of what the words say', async () => {
  const refused: string[] = [];
  for (const one of typed) {
    const answer = await answerTo(one, 'Two words');
    if (answer !== 'taken') refused.push(`${one.field}: ${answer}`);
  }
  expect(refused).toEqual([]);
});

test('every named text is a text of the contract, named once', () => {
  const named = namedTexts.flatMap(({ fields: some }) => some);
  const known = new Set(typed.map(({ field }) => field));
  expect(named.filter((field) => !known.has(field))).toEqual([]);
  expect(named.filter((field, index) => named.indexOf(field) !== index)).toEqual([]);
});
