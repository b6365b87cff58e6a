import * as z from 'zod/mini';
import { rateUnits } from '../domain/money/rate-card.ts';
import { applicationStatuses } from '../domain/tenders/application/application.ts';
import { roundStatuses } from '../domain/tenders/round/round-status.ts';
import { endpoint, type Told } from './endpoint.ts';
import { linkShape } from './link-shape.ts';
import { answerShape, declarationShape, lotKeysShape, offerShape, questionShape, textOf } from './tender-shapes.ts';
import { refShape } from './values.ts';

const lotOfRound = z.object({
  lotKey: z.string(),
  name: z.string(),
  /** By what applications for it are ranked, in words. */
  criteria: z.string(),
  priceUnit: z.enum(rateUnits),
});
const openRound = z.object({
  ref: z.string(),
  frameworkName: z.string(),
  authority: z.string(),
  scope: z.string(),
  opensAt: z.string(),
  clarificationsCloseAt: z.string(),
  closesAt: z.string(),
  lots: z.array(lotOfRound),
});

export const listOpenRounds = endpoint({
  name: 'listOpenRounds',
  summary: 'Rounds that are published and not closed, for whoever may be interested',
  method: 'POST',
  path: '/apply/rounds',
  roles: [],
  body: z.strictObject({}),
  reply: z.object({ rounds: z.array(openRound) }),
});
export type OpenRound = Told<z.infer<typeof openRound>>;

export const askApplicationLink = endpoint({
  name: 'askApplicationLink',
  summary: 'Mails the link by which an organisation applies to the address that it gives. Answered alike whatever came of it',
  method: 'POST',
  path: '/apply/link',
  roles: [],
  body: z.strictObject({ roundRef: refShape, email: textOf(254), organisation: textOf(255), registryNumber: textOf(40) }),
  reply: z.object({ told: z.string() }),
});

export const signedDeclaration = z.object({ ...declarationShape.shape, signedAt: z.string() });

/** Everything that the holder of an application's link sees: the round, what was asked about it, and its own application. */
export const applicationView = z.object({
  organisation: z.string(),
  email: z.string(),
  round: z.object({ ...openRound.shape, status: z.enum(roundStatuses), questions: z.array(questionShape) }),
  takesApplications: z.boolean(),
  takesQuestions: z.boolean(),
  /** Why nothing can be changed, where that is so. */
  closed: z.optional(z.string()),
  canReuse: z.boolean(),
  clarifications: z.object({
    answered: z.array(z.object({ question: z.string(), answer: z.string(), answeredAt: z.string() })),
    own: z.array(z.object({ ref: z.string(), question: z.string() })),
  }),
  application: z.optional(
    z.object({
      ref: z.string(),
      /** Goes back with each change: another window that changed it meanwhile is not overwritten. */
      version: z.int(),
      status: z.enum(applicationStatuses),
      lotKeys: z.array(z.string()),
      answers: z.record(z.string(), answerShape),
      offers: z.array(offerShape),
      declaration: z.optional(signedDeclaration),
      savedAt: z.string(),
      submittedAt: z.optional(z.string()),
    }),
  ),
});
export type ApplicationView = Told<z.infer<typeof applicationView>>;
export type ApplicationMade = NonNullable<ApplicationView['application']>;

const versionShape = z.int().check(z.minimum(1));
const applicantOperation = <Body extends z.ZodMiniType>(name: string, summary: string, action: string, body: Body) =>
  endpoint({
    name,
    summary,
    method: 'POST',
    path: `/links/application/${action}`,
    roles: [],
    idempotent: true,
    body,
    reply: applicationView,
    bodyLimit: 256 * 1024,
  });

export const viewApplication = endpoint({
  name: 'viewApplication',
  summary: 'What an applicant sees by its link',
  method: 'POST',
  path: '/links/application/view',
  roles: [],
  body: z.strictObject({ link: linkShape }),
  reply: applicationView,
});

export const startApplication = applicantOperation(
  'startApplication',
  'Starts the application of the holder of a link, with the answers of the last round where the question is the same',
  'start',
  z.strictObject({ link: linkShape, version: z.optional(versionShape), lotKeys: lotKeysShape, reuseLast: z.boolean() }),
);

export const saveApplication = applicantOperation(
  'saveApplication',
  'Keeps lots, prices and the answers that changed; refused when another window changed the application meanwhile',
  'save',
  z.strictObject({
    link: linkShape,
    version: versionShape,
    lotKeys: lotKeysShape,
    answers: z.record(z.string().check(z.maxLength(64)), answerShape),
    /** Keys of answers that were taken out. */
    cleared: z.optional(z.array(z.string().check(z.maxLength(64))).check(z.maxLength(100))),
    offers: z.array(offerShape).check(z.maxLength(100)),
  }),
);

export const signDeclaration = applicantOperation(
  'signDeclaration',
  'Signs the declaration (R36, R37)',
  'declare',
  z.strictObject({ link: linkShape, version: versionShape, declaration: declarationShape }),
);

export const moveApplication = applicantOperation(
  'moveApplication',
  'Submits an application, takes it back to be changed, or withdraws it',
  'move',
  z.strictObject({ link: linkShape, version: versionShape, move: z.enum(['submit', 'take-back', 'withdraw']) }),
);

export const askClarification = applicantOperation(
  'askClarification',
  'Asks a question about the round; the answer goes to every applicant',
  'ask',
  z.strictObject({ link: linkShape, question: textOf(4_000) }),
);

export const withdrawClarification = applicantOperation(
  'withdrawClarification',
  'Withdraws a question that waits for its answer',
  'unask',
  z.strictObject({ link: linkShape, ref: refShape }),
);
