import * as z from 'zod/mini';
import { rateUnits } from '../domain/money/rate-card.ts';
import { buyerTypes } from '../domain/register/buyer-type.ts';
import { directAwardBases } from '../domain/register/framework.ts';
import { frameworkKinds, legalRegimes, priceRules } from '../domain/tenders/framework/framework-terms.ts';
import { writableText } from '../domain/texts/writable-text.ts';
import { localDateShape, penceShape, refShape, volumeBandsShape } from './values.ts';

/** Text that the domain judges by itself; here only what no field may exceed. */
export const textOf = (most: number) => z.string().check(z.overwrite(writableText), z.maxLength(most));
/** An instant as ISO 8601. */
export const instantShape = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/, 'is not a day and a time'));
const keyShape = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/, 'is not a key'));
/** Keys of lots, as the list has them. */
export const lotKeysShape = z.array(refShape).check(z.maxLength(40));

const forInformation = z.strictObject({ kind: z.literal('for-information') });
const passOrFail = <P extends z.ZodMiniType>(passes: P) => z.strictObject({ kind: z.literal('pass-or-fail'), passes });
const scored = z.strictObject({ kind: z.literal('scored'), weight: z.int(), least: z.optional(z.int()) });
const judged = z.discriminatedUnion('kind', [scored, passOrFail(z.literal('judged')), forInformation]);
const questionParts = {
  key: keyShape,
  text: textOf(1_000),
  guidance: z.optional(textOf(2_000)),
  lots: z.union([z.literal('every'), lotKeysShape]),
  mandatory: z.boolean(),
};
/** A question as data. What it may say is the domain's affair. */
export const questionShape = z.discriminatedUnion('kind', [
  z.strictObject({ ...questionParts, kind: z.literal('text'), mostWords: z.int(), marking: judged }),
  z.strictObject({ ...questionParts, kind: z.literal('document-link'), marking: judged }),
  z.strictObject({
    ...questionParts,
    kind: z.literal('number'),
    from: z.int(),
    to: z.int(),
    marking: z.discriminatedUnion('kind', [passOrFail(z.strictObject({ atLeast: z.int() })), forInformation]),
  }),
  z.strictObject({
    ...questionParts,
    kind: z.literal('choice'),
    options: z.array(textOf(300)).check(z.maxLength(40)),
    several: z.boolean(),
    marking: z.discriminatedUnion('kind', [passOrFail(z.array(textOf(300)).check(z.maxLength(40))), forInformation]),
  }),
  z.strictObject({
    ...questionParts,
    kind: z.literal('yes-no'),
    marking: z.discriminatedUnion('kind', [passOrFail(z.enum(['yes', 'no'])), forInformation]),
  }),
]);

const criteriaShape = z.strictObject({
  lotKey: refShape,
  qualityWeight: z.int(),
  priceWeight: z.int(),
  passMark: z.int(),
  priceUnit: z.enum(rateUnits),
  mostAwards: z.optional(z.int()),
});

/** What a commissioner says of a round. */
export const roundPlanShape = z.strictObject({
  opensAt: instantShape,
  clarificationsCloseAt: instantShape,
  closesAt: instantShape,
  lots: z.array(criteriaShape).check(z.maxLength(40)),
  questionSet: z.strictObject({ version: textOf(64).check(z.minLength(1)), questions: z.array(questionShape).check(z.maxLength(100)) }),
});

/** What a framework states (R29). */
export const termsShape = z.strictObject({
  name: textOf(255),
  authority: textOf(255),
  legalRegime: z.enum(legalRegimes),
  kind: z.enum(frameworkKinds),
  eligibleBuyerTypes: z.array(z.enum(buyerTypes)).check(z.maxLength(buyerTypes.length)),
  scope: textOf(4_000),
  lotKeys: lotKeysShape,
  priceRule: z.enum(priceRules),
  maxValue: penceShape,
  selectionProcess: textOf(4_000),
  permittedBases: z.array(z.enum(directAwardBases)).check(z.maxLength(directAwardBases.length)),
  standstillWorkingDays: z.int(),
  liveFrom: localDateShape,
  expiresOn: localDateShape,
  pricePeriodMonths: z.int(),
  termReason: z.optional(textOf(2_000)),
  competition: z.optional(
    z.strictObject({ portal: textOf(255), noticeId: textOf(255), evidenceUrl: textOf(1_000), closedAt: instantShape }),
  ),
});

/** An answer to one question of a round. */
export const answerShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: textOf(20_000) }),
  z.strictObject({ kind: z.literal('document-link'), link: textOf(1_000) }),
  z.strictObject({ kind: z.literal('number'), number: z.number() }),
  z.strictObject({ kind: z.literal('choice'), chosen: z.array(textOf(300)).check(z.maxLength(40)) }),
  z.strictObject({ kind: z.literal('yes-no'), answer: z.enum(['yes', 'no']) }),
]);

/** A price that an applicant offers, ex VAT. */
export const offerShape = z.strictObject({
  lotKey: refShape,
  serviceName: textOf(255),
  unit: z.enum(rateUnits),
  group: z.optional(z.strictObject({ from: z.int(), to: z.int() })),
  price: penceShape,
  volumeBands: z.optional(volumeBandsShape),
});

/** What is declared before it is signed (R36, R37). */
export const declarationShape = z.strictObject({
  grounds: z.record(keyShape, z.strictObject({ applies: z.boolean(), explanation: z.optional(textOf(2_000)) })),
  acceptsNoGuarantee: z.boolean(),
  signatory: z.strictObject({ name: textOf(255), position: textOf(255) }),
});
