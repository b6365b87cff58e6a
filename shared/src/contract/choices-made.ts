import * as z from 'zod/mini';
import { choiceReply } from './comparisons.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';
import { localDateShape, refShape } from './values.ts';

const { by: _writer, ...choice } = choiceReply.shape;

/** Who wrote a reason stays with their school. */
export const choiceMadeReply = z.object({ ...choice, buyerRef: z.string(), buyerName: z.string() });
export type ChoiceMadeReply = Told<z.infer<typeof choiceMadeReply>>;

const days = { from: z.optional(localDateShape), to: z.optional(localDateShape) };
const nameShape = z.string().check(z.maxLength(200));

export const listChoicesMade = endpoint({
  name: 'listChoicesMade',
  summary: 'Which services schools and departments chose among several, at which prices and why, the newest first; not who wrote it',
  method: 'GET',
  path: '/choices',
  roles: ['commissioner'],
  /** Ninety days to today, where they are left out. */
  query: z.object(days),
  reply: z.object({ from: localDateShape, to: localDateShape, choices: z.array(choiceMadeReply) }),
});

export const getChoicesFile = endpoint({
  name: 'getChoicesFile',
  summary: 'The same as a workbook, a row for each service that was compared',
  method: 'GET',
  path: '/choices/workbook',
  roles: ['commissioner'],
  /** A provider and a lot by their names; each may be left out. */
  query: z.object({ ...days, buyer: z.optional(refShape), provider: z.optional(nameShape), lot: z.optional(nameShape) }),
  reply: fileShape,
});

export const choicesMadeApi = { listChoicesMade, getChoicesFile } as const;
