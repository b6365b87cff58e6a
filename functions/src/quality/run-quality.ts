import type { CheckCommand } from '@ap/shared/domain/quality/check-command';
import { type CheckRecord, type ScheduleCheck, scheduleCheck } from '@ap/shared/domain/quality/check-record';
import { decideCheck } from '@ap/shared/domain/quality/decide-check';
import { decideProvider } from '@ap/shared/domain/quality/decide-provider';
import type { ProviderCommand, ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import type { CommandChannel, QualityCommand } from '@ap/shared/domain/quality/quality-decision';
import type { GivenCommand } from '../commands/apply-once.ts';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { checkFacts, type FactNeeds, providerFacts } from './facts.ts';
import { checksHome, standingsHome } from './quality-homes.ts';

/** What a command says beside who gives it, when and how. */
export type Act<C> = C extends QualityCommand ? Omit<C, keyof QualityCommand> : never;

/** Who gives a command about quality, how it came, and its key: the same key with the same content is one command. */
export type Giver = Pick<GivenCommand, 'by' | 'key'> & { readonly channel: CommandChannel };

export type QualityNeeds = FactNeeds & Pick<Ports, 'effects' | 'hashes' | 'log'>;

/** Gives a command to a check. One that was typed or imported becomes a record by it. Throws ProblemError when refused. */
export const runCheck = (
  ports: QualityNeeds,
  { by, key, channel }: Giver,
  ref: string,
  act: Act<CheckCommand>,
): Promise<Stored<CheckRecord>> =>
  runOnRecord(ports, checksHome(ports), { ref, by, key, content: { ref, ...act } }, async (present, command) =>
    decideCheck(present, { ...command, channel, ...act } as CheckCommand, await checkFacts(ports, present, channel)),
  );

/** Plans a check of a provider. Throws ProblemError when refused, or when there is no such provider. */
export const planCheck = (
  ports: QualityNeeds,
  { by, key, channel }: Giver,
  plan: Pick<ScheduleCheck, 'providerRef' | 'standard' | 'scheduledFor'>,
): Promise<Stored<CheckRecord>> =>
  createRecord(ports, checksHome(ports), 'Q', { by, key, content: plan }, async (ref, command) => {
    const { provider } = await ports.providers.provider(plan.providerRef, 'fresh');
    if (!provider) throw new ProblemError('not-found', 'There is no such provider on the framework.', { pointer: '/providerRef' });
    return scheduleCheck({ ...command, channel, ref, ...plan }, { councilMembers: await ports.buyers.councilMembers('fresh') });
  });

/**
 * Gives a command to the standing of a provider: award and activate, hold and lift, pause, resume and remove. A standing that is not there yet begins as
 * the provider's row says. Throws ProblemError when refused, or when there is no such provider.
 */
export const runStanding = (
  ports: QualityNeeds,
  { by, key, channel }: Giver,
  providerRef: string,
  act: Act<ProviderCommand>,
): Promise<Stored<ProviderStanding>> =>
  runOnRecord(ports, standingsHome(ports), { ref: providerRef, by, key, content: { providerRef, ...act } }, async (present, command) =>
    decideProvider(
      present,
      { ...command, channel, ...act } as ProviderCommand,
      await providerFacts(ports, providerRef, { kind: act.kind, channel }),
    ),
  );
