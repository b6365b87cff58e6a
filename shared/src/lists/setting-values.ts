import * as z from 'zod';
import type { ApprovalTimes } from '../domain/approvals/approval-clock.ts';
import { type PolicyStep, type StepKind, stepKinds } from '../domain/approvals/approval-policy.ts';
import { type AttendancePolicy, missedShares } from '../domain/attendance/attendance-policy.ts';
import type { BlockPolicy } from '../domain/block-purchases/block-policy.ts';
import type { PlacementGuidance } from '../domain/call-off/placement-guidance.ts';
import { type FeaturePolicy, featureNames } from '../domain/features/features.ts';
import type { LimitPolicy } from '../domain/ledgers/share-rules.ts';
import { pence } from '../domain/money/money.ts';
import { type Payer, payers } from '../domain/money/payer.ts';
import type { VatPolicy } from '../domain/money/vat-basis.ts';
import { leastBuyers, leastPupils, type OpenDataPolicy, openGovernmentLicence } from '../domain/open-data/open-data-policy.ts';
import { defaultOrderPolicy, type OrderPolicy } from '../domain/orders/order-policy.ts';
import { defaultRetentionPolicy, type RetentionPolicy } from '../domain/privacy/retention-policy.ts';
import type { QualityPolicy } from '../domain/quality/quality-policy.ts';
import type { ThresholdPolicy } from '../domain/quality/registration-load.ts';
import { buyerTypes } from '../domain/register/buyer-type.ts';
import type { TermSetting } from '../domain/tenders/framework/framework-terms.ts';
import { shapeOf } from './record-shape.ts';

/** The SEN case officer is asked because of a plan, never because of a setting. */
type SettingStep = PolicyStep & { readonly kind: Exclude<StepKind, 'sen-officer'> };
const step = z.strictObject({ kind: z.enum(stepKinds).exclude(['sen-officer']), above: z.int().min(0).transform(pence).optional() });
const days = z.int().min(1).max(365);
const count = z.int().min(1).max(100);

// Hours by London's clock that every day of the year has once.
const hour = z.int().min(3).max(23);
const hours = z.strictObject({ am: hour, pm: hour });
const sessionTerms = z.strictObject({ noticeHours: z.int().min(0).max(336), withoutNotice: z.enum(missedShares) });

/** The settings whose value is JSON, each with what it must be. */
export const settingShapes = {
  'approval-policy': shapeOf<Readonly<Record<Payer, readonly SettingStep[]>>>()(z.record(z.enum(payers), z.array(step).min(1))),
  'approval-times': shapeOf<ApprovalTimes>()(
    z
      .strictObject({
        remindAfterDays: z.int().min(1).max(60),
        escalateAfterDays: z.int().min(1).max(60),
        daysBeforeStart: z.int().min(0).max(60),
      })
      .refine(({ remindAfterDays, escalateAfterDays }) => remindAfterDays <= escalateAfterDays),
  ),
  'quality-policy': shapeOf<QualityPolicy>()(
    z.strictObject({
      dueDays: days,
      reminderDays: z.array(days).min(1).max(10),
      cardDays: days,
      longestWaiverDays: days,
    }),
  ),
  'registration-threshold': shapeOf<ThresholdPolicy>()(
    z
      .strictObject({ fullTimeAbove: count, pupils: count, withPlan: count, nearHours: count, nearPupils: count })
      .refine(({ nearHours, fullTimeAbove }) => nearHours <= fullTimeAbove),
  ),
  'order-policy': shapeOf<OrderPolicy>()(
    z.strictObject({
      noticeSchoolDays: z.int().min(0).max(60),
      answerWorkingDays: z.int().min(1).max(20),
      // Rows that were written before there was such a time keep their meaning.
      reviewOverdueSchoolDays: z.int().min(1).max(60).default(defaultOrderPolicy.reviewOverdueSchoolDays),
      reachMiles: z.int().min(1).max(200).default(defaultOrderPolicy.reachMiles),
    }),
  ),
  'block-policy': shapeOf<BlockPolicy>()(z.strictObject({ answerWorkingDays: z.int().min(1).max(40) })),
  'attendance-policy': shapeOf<AttendancePolicy>()(
    z
      .strictObject({ startsAt: hours, reportBy: hours, terms: sessionTerms, lotTerms: z.record(z.string(), sessionTerms) })
      .refine(({ startsAt, reportBy }) => startsAt.am <= reportBy.am && startsAt.pm <= reportBy.pm),
  ),
  'limit-policy': shapeOf<LimitPolicy>()(z.strictObject({ valueNearPercent: z.int().min(1).max(100) })),
  'vat-policy': shapeOf<VatPolicy>()(
    z.strictObject({
      compareIncVat: z.array(z.enum(buyerTypes)),
      source: z.string().min(1),
      edition: z.string().min(1),
    }),
  ),
  'placement-guidance': shapeOf<PlacementGuidance>()(
    z.strictObject({
      longestWeeks: count,
      sessionsAWeek: z.int().min(0).max(10),
      source: z.string().min(1),
      edition: z.string().min(1),
    }),
  ),
  'retention-policy': shapeOf<RetentionPolicy>()(
    z.strictObject({
      placementYears: z.int().min(1).max(50),
      moneyYears: z.int().min(6).max(50),
      nothingMonths: z.int().min(1).max(120),
      draftDays: z.int().min(7).max(730),
      // What a setting that was written before these were rules does not say is as usual.
      unsuccessfulMonths: z.int().min(12).max(600).default(defaultRetentionPolicy.unsuccessfulMonths),
      frameworkYears: z.int().min(1).max(50).default(defaultRetentionPolicy.frameworkYears),
      concernYears: z.int().min(1).max(100).default(defaultRetentionPolicy.concernYears),
      harmYears: z.int().min(10).max(100).default(defaultRetentionPolicy.harmYears),
      memberMonths: z.int().min(1).max(120).default(defaultRetentionPolicy.memberMonths),
      oversightYears: z.int().min(1).max(100).default(defaultRetentionPolicy.oversightYears),
      changeMonths: z.int().min(1).max(600).default(defaultRetentionPolicy.changeMonths),
      held: z.array(z.string().min(1)).max(1_000),
      source: z.string().min(1),
      edition: z.string().min(1),
    }),
  ),
  'open-data': shapeOf<OpenDataPolicy>()(
    z.strictObject({
      ocidPrefix: z.string().regex(/^ocds-[a-z0-9]{6}$/u, "must be 'ocds-' and the six letters or digits that the council was given"),
      publisher: z.strictObject({
        name: z.string().min(1),
        scheme: z.string().min(1).optional(),
        uid: z.string().min(1).optional(),
        uri: z.url().optional(),
      }),
      publishedUnder: z.url().endsWith('/'),
      licence: z.url().default(openGovernmentLicence),
      publicationPolicy: z.url().optional(),
      fewestPupils: z
        .int()
        .min(leastPupils)
        .max(1_000)
        .default(2 * leastPupils),
      fewestBuyers: z.int().min(leastBuyers).max(1_000).default(leastBuyers),
    }),
  ),
  features: shapeOf<FeaturePolicy>()(z.strictObject({ off: z.array(z.enum(featureNames)) })),
  'framework-terms': shapeOf<TermSetting>()(
    z.strictObject({
      longestMonths: z.int().min(1).max(240),
      lightTouchThreshold: z.int().min(1).transform(pence),
    }),
  ),
} as const;

type ShapedSetting = keyof typeof settingShapes;

const settingShapeOf = (title: string): z.ZodType<unknown> | undefined =>
  title in settingShapes ? settingShapes[title as ShapedSetting] : undefined;

/** Why the app could not read a setting, with the place in its JSON; `undefined` when it can, or when the setting is plain words. */
export const settingFault = (title: string, value: string): string | undefined => {
  const shape = settingShapeOf(title);
  if (!shape) return undefined;
  const parsed = shape.safeParse(parseSetting(value));
  if (parsed.success) return undefined;
  return parsed.error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ');
};

/** The JSON of a setting; `undefined` for what is none. */
export const parseSetting = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
