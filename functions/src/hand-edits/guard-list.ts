import { inTurn } from '../commands/in-turn.ts';
import { fewAtOnce } from '../few-at-once.ts';
import { faultWords } from '../http/fault-words.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import type { GuardedList, PresentRow, RowChange } from '../ports/hand-edits.ts';
import type { GuardPorts, RunPorts } from './guard-ports.ts';
import { AuthorUntold, copyAsItIs, guardDeleted, guardRow, type SettledRow } from './guard-row.ts';
import { keyBook } from './key-book.ts';
import { tellOfEdits } from './tell-of-edits.ts';

export interface GuardReport {
  readonly list: string;
  readonly changed: number;
  readonly undone: number;
  readonly accepted: number;
  readonly left: number;
}

/**
 * Reads what changed in one list and brings it right. A list that is seen for the first time is taken as it is; from then on everything that the app did not
 * write is judged. The cursor moves only when every row is settled and told of: what is left is found again by the next run, and what was done is not
 * done twice.
 */
export const guardList = (ports: GuardPorts, list: GuardedList): Promise<GuardReport> =>
  inTurn(ports, `guard/${list.law.list}`, () => guard(ports, list));

const guard = async (given: GuardPorts, list: GuardedList): Promise<GuardReport> => {
  const { goodCopies, log } = given;
  const title = list.law.list;
  const ports: RunPorts = { ...given, keys: keyBook(goodCopies, title) };
  const cursor = await goodCopies.cursor(title);
  const { changes, next, complete } = await list.changes(cursor);
  const latest = [...new Map(changes.map((change) => [idOf(change), change])).values()];
  const first = cursor === undefined ? await takeFirstSight(ports, list, latest) : new Set<number>();

  const settled: SettledRow[] = [];
  let left = 0;
  const each = async (itemId: number, act: () => Promise<SettledRow>): Promise<void> => {
    try {
      settled.push(await act());
    } catch (error) {
      left += 1;
      note(ports, title, itemId, error);
    }
  };
  // What was deleted comes first: a row that somebody typed anew in its place is judged by its good copy.
  for (const change of latest) if (change.kind === 'deleted') await each(change.itemId, () => guardDeleted(ports, list, change.itemId));
  if (complete && cursor !== undefined) {
    const present = new Set(latest.flatMap((change) => (change.kind === 'row' ? [change.row.itemId] : [])));
    for (const itemId of (await goodCopies.keys(title)).keys())
      if (!present.has(itemId)) await each(itemId, () => guardDeleted(ports, list, itemId));
  }
  for (const change of latest)
    if (change.kind === 'row' && !first.has(change.row.itemId)) await each(change.row.itemId, () => guardRow(ports, list, change.row));

  const edits = settled.flatMap((row) => row.edits);
  const untold = await tellOfEdits(ports, edits);
  for (const row of settled) {
    if (row.edits.some(({ id }) => untold.has(id))) left += 1;
    else
      await row.note().catch((error: unknown) => {
        left += 1;
        note(ports, title, 0, error);
      });
  }
  const undone = edits.filter(({ judgement }) => judgement.verdict === 'undone').length;
  if (undone > 0) await list.refreshed().catch((error: unknown) => note(ports, title, 0, error));
  if (left === 0) await goodCopies.moveCursor(title, next);
  const report = { list: title, changed: latest.length, undone, accepted: edits.length - undone, left };
  if (latest.length > 0) log.event('info', 'list-guarded', { ...report });
  return report;
};

const idOf = (change: RowChange): number => (change.kind === 'row' ? change.row.itemId : change.itemId);

/** Keeps every row of which nothing is known yet as it is. Answers which they were. */
const takeFirstSight = async (
  { goodCopies, log }: GuardPorts,
  list: GuardedList,
  changes: readonly RowChange[],
): Promise<ReadonlySet<number>> => {
  const title = list.law.list;
  const known = await goodCopies.keys(title);
  const rows = changes.flatMap((change): readonly PresentRow[] =>
    change.kind === 'row' && !known.has(change.row.itemId) ? [change.row] : [],
  );
  for (const { itemId, current } of rows)
    if (current.found.unreadable.length > 0)
      log.event('error', 'row-unreadable', {
        list: title,
        id: itemId,
        columns: current.found.unreadable.map(({ column }) => column).join(','),
      });
  await goodCopies.keepAll(
    title,
    rows.map((row) => copyAsItIs(list, row)),
  );
  return new Set(rows.map(({ itemId }) => itemId));
};

const note = ({ log }: GuardPorts, list: string, itemId: number, error: unknown): void => {
  // Nothing is put back by a guess: the row waits, and somebody is told.
  if (error instanceof AuthorUntold) log.event('error', 'author-untold', { list, itemId });
  const isBusy = error instanceof ServiceBusy;
  log.event(isBusy ? 'warning' : 'error', 'edit-not-settled', {
    list,
    itemId,
    error: faultWords(error),
  });
};

/** Lists that are read at a time: one after another would take a quarter of each minute, all of which is paid for. */
const atATime = 4;

/** Every list once. One that cannot be read now holds up no other. */
export const guardLists = (ports: GuardPorts) => async (): Promise<readonly GuardReport[]> => {
  const few = fewAtOnce(atATime);
  const reports = await Promise.all(
    ports.lists.map((list) =>
      few(() =>
        guardList(ports, list).then(
          (report) => [report],
          (error: unknown) => {
            note(ports, list.law.list, 0, error);
            return [];
          },
        ),
      ),
    ),
  );
  return reports.flat();
};
