import { decideRound } from '@ap/shared/domain/tenders/round/decide-round';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { PlanRound, RoundCommand } from '@ap/shared/domain/tenders/round/round-command';
import { ProblemError } from '../http/problem-reply.ts';
import { runTender, type TenderGiver, type TenderNeeds } from '../tenders/run-tender.ts';

type Bare<C> = C extends unknown ? Omit<C, 'id' | 'by' | 'receipted'> : never;
/** A command about a round, as somebody gives it. */
export type RoundTold = Bare<PlanRound | RoundCommand>;

/** Gives one command about a round. Its framework is read at the same time. `look` sees the round that is decided about, and may throw. */
export const commandRound = async (
  ports: TenderNeeds,
  giver: TenderGiver,
  ref: string,
  told: RoundTold,
  look?: (present: Round) => void,
): Promise<Round> => {
  const stored = await runTender(ports, 'rounds', { ...giver, ref, content: told }, async (present, { command, facts, now }) => {
    if (present) look?.(present);
    const frameworkRef = present?.frameworkRef ?? (told.kind === 'plan-round' ? told.frameworkRef : '');
    const framework = await ports.tenders.frameworks.find(frameworkRef);
    if (!framework) throw new ProblemError('not-found', 'There is no such round, or no such framework.', { pointer: '/params/ref' });
    const { status, terms } = framework.state;
    const about = { ...facts, framework: { status, kind: terms.kind, lotKeys: terms.lotKeys } };
    return decideRound(present, { ...told, ...command } as PlanRound | RoundCommand, about, now);
  });
  return stored.state;
};
