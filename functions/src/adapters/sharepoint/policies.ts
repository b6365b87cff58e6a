import { defaultApprovalTimes } from '@ap/shared/domain/approvals/approval-clock';
import { defaultApprovalPolicy } from '@ap/shared/domain/approvals/approval-policy';
import { defaultAttendancePolicy } from '@ap/shared/domain/attendance/attendance-policy';
import { defaultBlockPolicy } from '@ap/shared/domain/block-purchases/block-policy';
import { defaultPlacementGuidance } from '@ap/shared/domain/call-off/placement-guidance';
import { defaultFeatures } from '@ap/shared/domain/features/features';
import { defaultLimitPolicy } from '@ap/shared/domain/ledgers/share-rules';
import { defaultVatPolicy } from '@ap/shared/domain/money/vat-basis';
import type { OpenDataPolicy } from '@ap/shared/domain/open-data/open-data-policy';
import { defaultOrderPolicy } from '@ap/shared/domain/orders/order-policy';
import { defaultQualityPolicy } from '@ap/shared/domain/quality/quality-policy';
import { defaultThreshold } from '@ap/shared/domain/quality/registration-load';
import { usualTermSetting } from '@ap/shared/domain/tenders/framework/framework-terms';
import { toDutyCommissioner } from '@ap/shared/lists/quality/duty-commissioners';
import { parseSetting, settingShapes } from '@ap/shared/lists/setting-values';
import type { SettingTitle } from '@ap/shared/lists/settings';
import type * as z from 'zod';
import { ProblemError } from '../../http/problem-reply.ts';
import type { Policies } from '../../ports/buyers.ts';
import type { KeptLists } from './mirrors.ts';

/** Policies from the Settings list. No row: the default. A row that cannot be read: refused, never guessed. */
export const policies = ({ settings, dutyCommissioners }: Pick<KeptLists, 'settings' | 'dutyCommissioners'>): Policies => {
  /** A name or a phone number as a commissioner wrote it: on one line, cut where it could not be shown. */
  const line = async (title: SettingTitle): Promise<string | undefined> =>
    (await settings.mirror.byKey(title))?.fields.Value.replace(/\s+/gu, ' ').trim().slice(0, longestLine) || undefined;
  const read = async <T>(title: keyof typeof settingShapes, shape: z.ZodType<T>, otherwise: T): Promise<T> => {
    const row = await settings.mirror.byKey(title);
    if (!row) return otherwise;
    const parsed = shape.safeParse(parseSetting(row.fields.Value));
    if (parsed.success) return parsed.data;
    throw new ProblemError('record-unreadable', `The setting '${title}' cannot be read. The commissioning team must mend it.`);
  };
  return {
    approvalPolicy: () => read('approval-policy', settingShapes['approval-policy'], defaultApprovalPolicy),
    approvalTimes: () => read('approval-times', settingShapes['approval-times'], defaultApprovalTimes),
    qualityPolicy: () => read('quality-policy', settingShapes['quality-policy'], defaultQualityPolicy),
    termSetting: () => read('framework-terms', settingShapes['framework-terms'], usualTermSetting),
    thresholdPolicy: () => read('registration-threshold', settingShapes['registration-threshold'], defaultThreshold),
    limitPolicy: () => read('limit-policy', settingShapes['limit-policy'], defaultLimitPolicy),
    attendancePolicy: () => read('attendance-policy', settingShapes['attendance-policy'], defaultAttendancePolicy),
    vatPolicy: () => read('vat-policy', settingShapes['vat-policy'], defaultVatPolicy),
    placementGuidance: () => read('placement-guidance', settingShapes['placement-guidance'], defaultPlacementGuidance),
    orderPolicy: () => read('order-policy', settingShapes['order-policy'], defaultOrderPolicy),
    blockPolicy: () => read('block-policy', settingShapes['block-policy'], defaultBlockPolicy),
    features: () => read('features', settingShapes.features, defaultFeatures),
    openDataPolicy: () => read<OpenDataPolicy | undefined>('open-data', settingShapes['open-data'], undefined),
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
