import type { TenderMachine } from '../machine.ts';
import type { PlanRound, RoundCommand } from './round-command.ts';
import type { RoundStatus } from './round-status.ts';

/** Which command leads a round where. What it takes at a moment is the clock's affair: see `takesApplications`. */
export const roundMachine: TenderMachine<RoundStatus, (PlanRound | RoundCommand)['kind']> = {
  subject: 'the round',
  states: {
    draft: 'a draft',
    published: 'published and not open yet',
    open: 'open',
    closed: 'closed',
    cancelled: 'cancelled',
  },
  ends: ['closed', 'cancelled'],
  moves: [
    {
      command: 'plan-round',
      does: 'plan a round',
      from: ['none'],
      to: ['draft'],
      by: ['commissioner'],
      guard: 'for lots of the framework',
      audit: 'round-planned',
    },
    {
      command: 'amend-round',
      does: 'change the round',
      from: ['draft'],
      to: ['draft'],
      by: ['commissioner'],
      guard: 'for lots of the framework; what was published is not changed',
      audit: 'round-amended',
    },
    {
      command: 'publish-round',
      does: 'publish the round',
      from: ['draft'],
      to: ['published'],
      by: ['commissioner'],
      guard:
        'row 10: questions and weights are whole; times lie ahead and in order; the framework is coming or open, or live and an open one',
      audit: 'round-published',
    },
    {
      command: 'open-round',
      does: 'open the round',
      from: ['published'],
      to: ['open'],
      by: ['product'],
      guard: 'row 9: its time has come',
      audit: 'round-opened',
    },
    {
      command: 'extend-round',
      does: 'extend the round',
      from: ['published', 'open'],
      to: ['same'],
      by: ['commissioner'],
      guard: 'to a later close, before the present one, with a reason that every applicant is told',
      audit: 'round-extended',
    },
    {
      command: 'close-round',
      does: 'close the round',
      from: ['published', 'open'],
      to: ['closed'],
      by: ['product'],
      guard: 'row 9: its time is over',
      audit: 'round-closed',
    },
    {
      command: 'cancel-round',
      does: 'cancel the round',
      from: ['draft', 'published', 'open'],
      to: ['cancelled'],
      by: ['commissioner', 'product'],
      guard: 'with a reason',
      audit: 'round-cancelled',
    },
  ],
};
