import { type ApprovalPolicy, defaultApprovalPolicy } from '@ap/shared/domain/approval-policy';
import { pence } from '@ap/shared/domain/money';
import { type Payer, payers } from '@ap/shared/domain/payer';
import { defaultQualityPolicy, type QualityPolicy } from '@ap/shared/domain/quality/quality-policy';
import { defaultThreshold, type ThresholdPolicy } from '@ap/shared/domain/quality/registration-load';
import { toDutyCommissioner } from '@ap/shared/lists/quality/duty-commissioners';
import type { SettingTitle } from '@ap/shared/lists/settings';
import { z } from 'zod';
import { ProblemError } from '../../http/problem-reply.ts';
import type { Policies } from '../../ports/buyers.ts';
import type { KeptLists } from './mirrors.ts';

const step = z.strictObject({ kind: z.enum(['buyer', 'council']), above: z.int().min(0).transform(pence).optional() });
const policyShape = z.record(z.enum(payers), z.array(step).min(1)) as unknown as z.ZodType<Record<Payer, ApprovalPolicy[Payer]>>;

const days = z.int().min(1).max(365);
const qualityShape = z.strictObject({
  dueDays: days,
  reminderDays: z.array(days).min(1).max(10),
  cardDays: days,
  longestWaiverDays: days,
}) as unknown as z.ZodType<QualityPolicy>;

const count = z.int().min(1).max(100);
const thresholdShape = z
  .strictObject({ fullTimeAbove: count, pupils: count, withPlan: count, nearHours: count, nearPupils: count })
  .refine(({ nearHours, fullTimeAbove }) => nearHours <= fullTimeAbove) as unknown as z.ZodType<ThresholdPolicy>;

/** Policies from the Settings list. No row: the default. A row that cannot be read: refused, never guessed. */
export const policies = ({ settings, dutyCommissioners }: Pick<KeptLists, 'settings' | 'dutyCommissioners'>): Policies => {
  /** A name or a phone number as a commissioner wrote it: on one line, cut where it could not be shown. */
  const line = async (title: SettingTitle): Promise<string | undefined> =>
    (await settings.mirror.byKey(title))?.fields.Value.replace(/\s+/gu, ' ').trim().slice(0, longestLine) || undefined;
  const read = async <T>(title: SettingTitle, shape: z.ZodType<T>, otherwise: T): Promise<T> => {
    const row = await settings.mirror.byKey(title);
    if (!row) return otherwise;
    const parsed = shape.safeParse(readJson(row.fields.Value));
    if (parsed.success) return parsed.data;
    throw new ProblemError('record-unreadable', `The setting '${title}' cannot be read. The commissioning team must mend it.`);
  };
  return {
    approvalPolicy: () => read('approval-policy', policyShape, defaultApprovalPolicy),
    qualityPolicy: () => read('quality-policy', qualityShape, defaultQualityPolicy),
    thresholdPolicy: () => read('registration-threshold', thresholdShape, defaultThreshold),
    safeguardingPhones: async () => ({
      mashName: await line('mash-name'),
      mash: await line('mash-phone'),
      mashOutOfHours: await line('mash-out-of-hours-phone'),
      ladoName: await line('lado-name'),
      lado: await line('lado-phone'),
    }),
    commissioningPhone: () => line('commissioning-phone'),
    dutyCommissioners: async () => (await dutyCommissioners.mirror.rows()).flatMap(({ fields }) => toDutyCommissioner(fields) ?? []),
  };
};

const longestLine = 80;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
