import { decideNotice } from '@ap/shared/domain/notices/decide-notice';
import type { NoticeEvent, NoticeText } from '@ap/shared/domain/notices/notice';
import type { Person } from '@ap/shared/domain/people/person';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import type { Performed } from '../effects/performed.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { noticesHome } from './notices-home.ts';

/** What the product tells by itself. */
export interface ByNotice {
  /** Of whatever asks for it: the same id is told once, however often it is tried. */
  readonly id: string;
  /** Whom its readers contact. */
  readonly author: Person;
  readonly text: NoticeText;
  readonly event: NoticeEvent;
}

const facts = { roles: ['product'] } as const;

/** Writes a notice and publishes it; sending it, with its record, is the notice's own work. Throws when it cannot be written now. */
export const tellByNotice =
  (ports: Ports) =>
  async ({ id, author: by, text, event }: ByNotice): Promise<Performed> => {
    const home = noticesHome(ports);
    try {
      const { state } = await createRecord(ports, home, 'NO', { by, key: id, content: text }, async (ref, command) =>
        decideNotice(undefined, { ...command, kind: 'write-notice', ref, text, event }, facts, command.now),
      );
      await runOnRecord(ports, home, { ref: state.ref, by, key: `${id}-publish`, content: id }, async (present, command) =>
        decideNotice(present, { ...command, kind: 'publish-notice' }, facts, command.now),
      );
      return { state: 'done' };
    } catch (error) {
      // What a rule refuses, it refuses for good: its last day is over, or somebody has withdrawn it.
      if (error instanceof ProblemError) return { state: 'superseded', reason: error.code };
      throw error;
    }
  };
