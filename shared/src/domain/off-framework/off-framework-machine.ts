import type { Machine } from '../machine/machine.ts';
import type { OffFrameworkAction } from './off-framework-action.ts';
import type { OffFrameworkCommandKind, OffFrameworkRole } from './off-framework-command.ts';
import type { OffFrameworkStatus } from './off-framework-purchase.ts';

/** Which command leads a declared purchase where. */
export const offFrameworkMachine: Machine<OffFrameworkStatus, OffFrameworkCommandKind, OffFrameworkRole, OffFrameworkAction> = {
  subject: 'the declaration',
  states: { declared: 'declared', withdrawn: 'withdrawn' },
  ends: ['withdrawn'],
  moves: [
    {
      command: 'declare-purchase',
      does: 'declare a purchase',
      from: ['none'],
      to: ['declared'],
      by: ['declarer'],
      guard: 'row 71: what, of whom, for how much, in which months and why; R40: words that name no pupil',
      audit: 'off-framework-declared',
    },
    {
      command: 'correct-purchase',
      does: 'correct the declaration',
      from: ['declared'],
      to: ['same'],
      by: ['declarer'],
      guard: 'as when it was declared, and something of it changes; what it said before is kept in its history',
      audit: 'off-framework-corrected',
    },
    {
      command: 'withdraw-purchase',
      does: 'withdraw the declaration',
      from: ['declared'],
      to: ['withdrawn'],
      by: ['declarer'],
      guard: 'with a reason, which is kept; it counts no more',
      audit: 'off-framework-withdrawn',
    },
  ],
};
