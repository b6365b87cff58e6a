import { allFaultKinds, type FaultKind } from './fault-kinds.ts';
import type { Net, Options } from './options.ts';
import type { Scene } from './scenes.ts';

/** A run without some nets, and what it is to show. */
export interface NetRun {
  readonly name: string;
  readonly told: Partial<Options>;
  /** One of these is broken in some history of the run; or none of these in any. */
  readonly red?: readonly string[];
  readonly green?: readonly string[];
}

const off = (net: Net, red: readonly string[], kinds: readonly FaultKind[] = allFaultKinds): NetRun => ({
  name: `without ${net}`,
  told: { without: [net], kinds },
  red,
});
/** As `off`, in histories that play one scene alone. */
const offIn = (scene: Scene, net: Net, red: readonly string[]): NetRun => ({
  name: `without ${net}, to break ${red.join(' and ')}`,
  told: { without: [net], scenes: [scene], play: 'all' },
  red,
});
const alone = (net: string, told: Partial<Options>, green: readonly string[]): NetRun => ({
  name: `${net} alone`,
  told: { ...told, arm: 'all', scenes: [] },
  green,
});
const deaths = ['F1', 'F2', 'F3'] as const;
const outside = ['F21', 'F22'] as const;

/** Each net switched off, and then each with others off, under the faults that it is for. */
export const netRuns: readonly NetRun[] = [
  off('etag', ['I1', 'I4', 'I11']),
  off('command-ring', ['I24']),
  off('unique-key', ['I24 made once']),
  off('receipts', ['I18']),
  off('audit', ['I5']),
  off('effect-ids', ['I5']),
  off('outbox', ['I3', 'I27']),
  off('sweep', ['I27']),
  // That a budget is passed for it is rare, one history in some hundred; that no ledger counts it is not.
  off('reservations', ['I6', 'I7']),
  off('fresh-facts', ['I14']),
  off('frozen-request', ['I10']),
  offIn('schools', 'approvers', ['I8']),
  offIn('schools', 'approvers', ['I21']),
  offIn('block', 'draws', ['I12']),
  offIn('waiting', 'waiting-sweep', ['I30 of what waits']),
  // The sweep repairs both of these: they show only where it is off (decision 10 of the reference).
  { name: 'without retry, with the sweep', told: { without: ['retry'], kinds: outside, arm: 'all' }, green: ['I27', 'I5'] },
  { name: 'without retry and sweep', told: { without: ['retry', 'sweep'], kinds: outside, arm: 'all' }, red: ['I27'] },
  { name: 'without late-delete, with the sweep', told: { without: ['late-delete'], kinds: deaths, arm: 'all' }, green: ['I27', 'I5'] },
  {
    name: 'without late-delete and sweep',
    told: { without: ['late-delete', 'sweep'], kinds: deaths, arm: 'all', dyingOnly: 'message' },
    red: ['I27'],
  },
  alone('etag', { without: ['command-ring', 'receipts', 'audit', 'sweep', 'retry'], kinds: ['F13'] }, ['I1', 'I4', 'I11']),
  alone('command-ring', { without: ['etag', 'receipts', 'audit', 'sweep', 'retry'], kinds: ['F7'], hosts: 1 }, ['I24']),
  alone('unique-key', { without: ['etag', 'command-ring', 'receipts', 'audit', 'sweep', 'retry'], kinds: ['F7', ...deaths] }, [
    'I24 made once',
  ]),
  alone('receipts', { without: ['audit', 'sweep', 'retry'], kinds: ['F15', 'F16'] }, ['I18']),
  alone('audit', { without: ['receipts', 'sweep', 'retry'], kinds: ['F15', 'F16'] }, ['I5']),
  alone('sweep', { without: ['retry', 'late-delete'], kinds: ['F15', 'F16', 'F17', 'F18', 'F19', 'F20', ...outside, ...deaths] }, [
    'I27',
    'I5',
  ]),
  alone('retry', { without: ['sweep'], kinds: outside }, ['I27', 'I5']),
  alone('late-delete', { without: ['sweep'], kinds: deaths, dyingOnly: 'message' }, ['I27', 'I5']),
];
