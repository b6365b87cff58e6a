import type { RowIssue } from '@ap/shared/lists/codec';
import { ProblemError } from '../../http/problem-reply.ts';

/** A row that a person must mend. Never guessed at: whatever rests on it is refused. */
export class UnreadableRow extends ProblemError {
  constructor(list: string, id: number, issues: readonly RowIssue[]) {
    const columns = issues.map((issue) => `${issue.column} ${issue.message}`).join('; ');
    super(
      'record-unreadable',
      `A record that this rests on cannot be read (${list} ${id}: ${columns}). The commissioning team must mend it.`,
    );
    this.name = 'UnreadableRow';
  }
}
