import type { Ports } from '../ports/ports.ts';
import { runCheckClock } from './check-clock.ts';
import { followConcerns } from './concern-follows.ts';
import { followStandings } from './live-orders.ts';
import { missAnswers } from './miss-answers.ts';
import { type CalendarLinks, sendMorningCards } from './morning-card.ts';

/**
 * One run of the clock of quality, every few minutes: what a day brings about happens at midnight by London's clock, and whatever a run has missed
 * happens with the next. One part that fails holds up no other; the first failure is thrown when all have run.
 */
export const runQualityClock = (ports: Ports, links: CalendarLinks) => async (): Promise<void> => {
  const parts: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['checks', () => runCheckClock(ports)],
    ['standings', () => followStandings(ports)],
    ['answers', () => missAnswers(ports)],
    ['concerns', () => followConcerns(ports)],
    ['morning', () => sendMorningCards(ports, links)],
  ];
  const failures: unknown[] = [];
  for (const [part, run] of parts)
    try {
      await run();
    } catch (error) {
      ports.log.event('error', 'quality-clock-failed', { part, error: error instanceof Error ? error.name : 'unknown' });
      failures.push(error);
    }
  if (failures.length > 0) throw failures[0];
};
