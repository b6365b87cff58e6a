import type { TenderMachine } from '../machine.ts';
import type { LotApplicationStatus } from './lot-application.ts';
import type { EnterLot, LotApplicationCommand } from './lot-application-command.ts';

/** Which command leads an application for a lot where. */
export const lotApplicationMachine: TenderMachine<LotApplicationStatus, (EnterLot | LotApplicationCommand)['kind']> = {
  subject: 'the application for this lot',
  states: {
    'in-evaluation': 'being evaluated',
    moderated: 'moderated',
    recommended: 'recommended for award',
    'not-recommended': 'not recommended',
    approved: 'approved',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
  },
  ends: ['rejected', 'withdrawn'],
  moves: [
    {
      command: 'enter-lot',
      does: 'enter a lot for evaluation',
      from: ['none'],
      to: ['in-evaluation'],
      by: ['product'],
      guard: 'the application is in evaluation and applies for the lot',
      audit: 'lot-entered',
    },
    {
      command: 'moderate',
      does: 'moderate the scores',
      from: ['in-evaluation', 'moderated'],
      to: ['moderated'],
      by: ['moderator'],
      guard: 'row 13: two evaluators or more without a conflict, every score in; where they differ the agreed mark has a comment',
      audit: 'lot-moderated',
    },
    {
      command: 'note-ranking',
      does: 'take over the ranking',
      from: ['moderated'],
      to: ['recommended', 'not-recommended'],
      by: ['product'],
      guard: 'row 14: the ranking of the lot is recorded',
      audit: 'lot-ranked',
    },
    {
      command: 'clear-ranking',
      does: 'take the ranking back',
      from: ['recommended', 'not-recommended'],
      to: ['moderated'],
      by: ['product'],
      guard: 'the ranking of the lot was set aside',
      audit: 'lot-ranking-cleared',
    },
    {
      command: 'note-award',
      does: 'take over the award decision',
      from: ['recommended'],
      to: ['approved', 'rejected'],
      by: ['product'],
      guard: 'the award is approved, rejected or set aside',
      audit: 'lot-decided',
    },
    {
      command: 'note-award',
      does: 'take over the award decision',
      from: ['approved'],
      to: ['rejected'],
      by: ['product'],
      guard: 'the award was set aside',
      audit: 'lot-decided',
    },
    {
      command: 'withdraw-lot',
      does: 'withdraw the application for this lot',
      from: ['in-evaluation', 'moderated', 'recommended'],
      to: ['withdrawn'],
      by: ['applicant', 'commissioner'],
      guard: 'before the award is approved, with a reason',
      audit: 'lot-withdrawn',
    },
  ],
};
