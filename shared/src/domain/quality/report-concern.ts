import { unwritten } from '../call-off/aggregate.ts';
import { refused } from '../refusal.ts';
import { type Concern, type ConcernFacts, leadOf } from './concern.ts';
import type { ConcernCategory, ConcernSeverity } from './concern-category.ts';
import { accept, isByHand, type QualityCommand, type QualityDecision } from './quality-decision.ts';
import { linesFor, type RingLine } from './whom-to-ring.ts';
import { whyNotText } from './why-not-text.ts';

export interface ReportConcern extends QualityCommand {
  readonly ref: string;
  readonly providerRef: string;
  /** That the page with whom to ring was shown before, and read. */
  readonly ringFirstRead: boolean;
  readonly rung: readonly RingLine[];
  readonly category: ConcernCategory;
  readonly severity: ConcernSeverity;
  readonly text: string;
}

const names = { '999': '999', mash: 'the multi-agency safeguarding hub (MASH)', lado: 'the designated officer (LADO)' } as const;

/**
 * Takes a concern from anybody who has signed in. Ringing comes first: a concern that calls for 999, MASH or the LADO is taken only when it says that
 * they were rung. Its text names no child. An earlier concern about the provider that is not closed takes it in, and both are marked.
 */
export const reportConcern = (command: ReportConcern, facts: Pick<ConcernFacts, 'others'>): QualityDecision<Concern> => {
  if (!isByHand(command)) return refused('not-a-person', 'Sign in to report a concern.');
  if (!command.ringFirstRead) return refused('ring-first', 'Read first whom to ring now.', '/ringFirstRead');
  const missing = linesFor(command.category, command.severity).filter((line) => !command.rung.includes(line));
  if (missing.length > 0)
    return refused(
      'ring-not-recorded',
      `Ring ${missing.map((line) => names[line]).join(' and ')} now. Then say here that you did.`,
      '/rung',
    );
  const refusal = whyNotText(command.text, '/text', 'Enter what you are concerned about, without any detail of a child.');
  if (refusal) return refusal;
  const lead = leadOf(facts.others, command.providerRef);
  return accept(
    {
      state: {
        ...unwritten,
        ref: command.ref,
        providerRef: command.providerRef,
        status: lead ? 'joined' : 'open',
        category: command.category,
        severity: command.severity,
        text: command.text,
        reportedBy: command.by,
        reportedAt: command.now,
        rung: command.rung,
        leadRef: lead?.ref,
        joined: [],
      },
      what: lead ? 'Concern reported; looked into with an earlier one' : 'Concern reported',
      action: 'concern-reported',
      works: [
        { kind: 'tell-commissioners', news: 'concern-reported' },
        ...(lead ? [{ kind: 'take-in-concern', leadRef: lead.ref } as const] : []),
      ],
    },
    command,
  );
};
