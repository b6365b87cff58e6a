import { type ApprovalPolicy, defaultApprovalPolicy } from '@ap/shared/domain/approval-policy';
import { pence } from '@ap/shared/domain/money';
import { type Payer, payers } from '@ap/shared/domain/payer';
import { z } from 'zod';
import { ProblemError } from '../../http/problem-reply.ts';
import type { Policies } from '../../ports/buyers.ts';
import type { KeptLists } from './mirrors.ts';

const step = z.strictObject({ kind: z.enum(['buyer', 'council']), above: z.int().min(0).transform(pence).optional() });
const policyShape = z.record(z.enum(payers), z.array(step).min(1)) as unknown as z.ZodType<Record<Payer, ApprovalPolicy[Payer]>>;

/** Policies from the Settings list. No row: the default. A row that cannot be read: refused, never guessed. */
export const policies = ({ settings }: Pick<KeptLists, 'settings'>): Policies => ({
  approvalPolicy: async () => {
    const row = await settings.mirror.byKey('approval-policy');
    if (!row) return defaultApprovalPolicy;
    const parsed = policyShape.safeParse(readJson(row.fields.Value));
    if (parsed.success) return parsed.data;
    throw new ProblemError('record-unreadable', "The setting 'approval-policy' cannot be read. The commissioning team must mend it.");
  },
});

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
