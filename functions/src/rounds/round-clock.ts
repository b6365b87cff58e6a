import { compareDates, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { FrameworkTender } from '@ap/shared/domain/tenders/framework/framework-tender';
import { isPastClose, type Round } from '@ap/shared/domain/tenders/round/round';
import { ProblemError } from '../http/problem-reply.ts';
import { asProduct } from '../tenders/run-tender.ts';
import { commandRound, type RoundTold } from './command-round.ts';
import { enterApplications } from './enter-applications.ts';
import { commandFramework, type FrameworkNeeds, type FrameworkTold } from './frameworks.ts';

export interface ClockReport {
  readonly moved: number;
  /** What was due by the clock and is held up by a rule, such as a framework without an award in force. */
  readonly held: number;
  readonly failed: number;
}

/**
 * Gives, as the product, whatever is due by the clock: rounds open and close, applications enter or lapse, frameworks close, go live and expire. Each
 * command has one key for ever, so that two instances and a repeat give one; the decision looks at the time again. One record that cannot be moved
 * holds up no other. Nobody depends on it to refuse what is late: the decisions do.
 */
export const roundClock = (ports: FrameworkNeeds) => async (): Promise<ClockReport> => {
  const counts = { moved: 0, held: 0, failed: 0 };
  const attempt = async (ref: string, move: () => Promise<unknown>): Promise<void> => {
    try {
      await move();
      counts.moved += 1;
    } catch (error) {
      const refused = error instanceof ProblemError;
      counts[refused ? 'held' : 'failed'] += 1;
      const why = refused ? error.code : error instanceof Error ? error.name : 'unknown';
      ports.log.event(refused ? 'info' : 'warning', 'clock-not-moved', { ref, why });
    }
  };
  const now = ports.clock.now();
  const rounds = (await ports.tenders.rounds.known()).map(({ state }) => state);
  for (const round of rounds) {
    const told = roundDue(round, now);
    if (told) await attempt(round.ref, () => commandRound(ports, asProduct(`${told.kind} ${round.ref}`), round.ref, told));
  }
  // Applications of rounds that are closed by now: most entered by the effect of the close, these are the late finds.
  const waiting = new Set(
    (await ports.tenders.applications.known())
      .filter(({ state }) => state.status === 'draft' || state.status === 'submitted')
      .map(({ state }) => state.roundRef),
  );
  for (const round of rounds.filter(({ ref, status }) => status === 'closed' && waiting.has(ref)))
    await attempt(round.ref, () => enterApplications(ports, round));
  for (const { state } of await ports.tenders.frameworks.known()) {
    const told = frameworkDue(state, rounds, now);
    if (told) await attempt(state.ref, () => commandFramework(ports, asProduct(`${told.kind} ${state.ref}`), state.ref, told));
  }
  return counts;
};

const roundDue = (round: Round, now: string): RoundTold | undefined => {
  if (round.status !== 'published' && round.status !== 'open') return undefined;
  if (isPastClose(round, now)) return { kind: 'close-round' };
  return round.status === 'published' && Date.parse(round.opensAt) <= Date.parse(now) ? { kind: 'open-round' } : undefined;
};

const frameworkDue = ({ ref, status, terms }: FrameworkTender, rounds: readonly Round[], now: string): FrameworkTold | undefined => {
  const today = toLondonDate(now);
  const own = rounds.filter(({ frameworkRef }) => frameworkRef === ref);
  const elsewhere = terms.competition && Date.parse(terms.competition.closedAt) <= Date.parse(now);
  const isOver = own.every(({ status: round }) => round === 'closed' || round === 'cancelled' || round === 'draft');
  if (status === 'open' && isOver && (elsewhere || own.some(({ status: round }) => round === 'closed'))) return { kind: 'close-framework' };
  if (status === 'standstill' && compareDates(terms.liveFrom, today) <= 0) return { kind: 'go-live' };
  return status === 'live' && compareDates(terms.expiresOn, today) < 0 ? { kind: 'expire-framework' } : undefined;
};
