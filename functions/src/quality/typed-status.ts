import type { TypedCheckOutcome, TypedProviderStatus } from '@ap/shared/domain/hand-edits/edit-law';
import { decideProvider } from '@ap/shared/domain/quality/decide-provider';
import { type ProviderCommand, unmoved } from '@ap/shared/domain/quality/provider-standing';
import { runOnRecord } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { CarryOut } from '../ports/hand-edits.ts';
import { providerFacts } from './facts.ts';
import { standingsHome } from './quality-homes.ts';
import { type Act, type QualityNeeds, runCheck } from './run-quality.ts';

const withoutReason = 'Suspended in the list of providers.';

const actOf = ({ kind, reason }: TypedProviderStatus): Act<ProviderCommand> => {
  if (kind === 'place-hold') return { kind, cause: 'commissioner', reason: reason ?? withoutReason };
  return kind === 'pause' || kind === 'remove' ? { kind, reason: reason ?? '' } : { kind };
};

/**
 * Carries out a status that somebody typed into a provider's row as the command that it stands for: with the guards, holds and effects that it has in the
 * app, once for each edit. A provider about which nothing was decided begins as its row said before: now the row says what is only asked for.
 */
export const typedStatus =
  (ports: QualityNeeds): CarryOut<TypedProviderStatus> =>
  async (command, by, key) => {
    const { providerRef, from } = command;
    const act = actOf(command);
    const home = { ...standingsHome(ports), begin: async () => unmoved(providerRef, from) };
    try {
      await runOnRecord(ports, home, { ref: providerRef, by, key, content: { providerRef, ...act } }, async (present, given) =>
        decideProvider(
          present,
          { ...given, channel: 'list', ...act } as ProviderCommand,
          await providerFacts(ports, providerRef, { kind: act.kind, channel: 'list' }),
        ),
      );
      return { ok: true };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, sentence: error.message };
      throw error;
    }
  };

/** Carries out an outcome that somebody typed into the row of a check that the app leads, once for each edit: with the guards that it has in the app. */
export const typedOutcome =
  (ports: QualityNeeds): CarryOut<TypedCheckOutcome> =>
  async ({ kind, checkRef }, by, key) => {
    try {
      await runCheck(ports, { by, key, channel: 'list' }, checkRef, { kind });
      return { ok: true };
    } catch (error) {
      if (error instanceof ProblemError) return { ok: false, sentence: error.message };
      throw error;
    }
  };
