import {
  afterBatch,
  doneOf,
  type ImportJob,
  type ImportWrite,
  newJob,
  nextBatch,
  paced,
  type StoredRecord,
  type WriteOutcome,
  writesOf,
} from './job.ts';
import { type PlannedRow, rowOutcomes } from './row.ts';

const by = { tenantId: 't', objectId: 'o', name: 'C', email: 'c@council.example' };
const now = '2026-11-26T10:00:00Z';
const job = (told: Partial<ImportJob> = {}): ImportJob => ({ ...newJob('import', by, 100, now), ...told });

test('an import begins at its first write, and nothing of it is done', () => {
  expect(job()).toStrictEqual({
    importId: 'import',
    by,
    confirmedAt: now,
    total: 100,
    next: 0,
    again: [],
    created: 0,
    updated: 0,
    alreadyThere: 0,
    notWritten: [],
    notBefore: now,
  });
  expect(doneOf(job({ next: 40, again: [3, 21] }))).toBe(38);
});

describe('the next writes', () => {
  test('are those that the service has not answered for, then fresh ones, as many as a batch holds and as there are', () => {
    expect(nextBatch(job(), 3)).toEqual([0, 1, 2]);
    expect(nextBatch(job({ next: 40, again: [3, 21] }), 4)).toEqual([3, 21, 40, 41]);
    expect(nextBatch(job({ next: 40, again: [3, 21] }), 2)).toEqual([3, 21]);
    expect(nextBatch(job({ next: 40, again: [3, 21] }), 1)).toEqual([3]);
    expect(nextBatch(job({ next: 98 }), 4)).toEqual([98, 99]);
    expect(nextBatch(job({ next: 100 }), 4)).toEqual([]);
  });

  test('of an import that was stopped are only what the service has not answered for', () => {
    const stopped = job({ next: 40, again: [3, 21], stopped: { by, at: '2026-11-26T10:01:00Z' } });
    expect(nextBatch(stopped, 4)).toEqual([3, 21]);
    expect(nextBatch({ ...stopped, again: [] }, 4)).toEqual([]);
  });

  test('keep the pace: two units for each write, spread over the minute', () => {
    expect(paced(now, 20, 600)).toBe('2026-11-26T10:00:04.000Z');
    expect(paced(now, 0, 600)).toBe('2026-11-26T10:00:00.000Z');
  });
});

describe('after a batch', () => {
  const present = { itemId: 1, eTag: '"1"', record: {} as never };
  const write = (row: number, told: Partial<ImportWrite> = {}): ImportWrite => ({
    kind: 'rates',
    ref: `R-${row}`,
    sheet: 'Rates',
    row,
    record: {} as never,
    ...told,
  });
  const writes = [write(2), write(3, { present }), write(4), write(5), write(6)];
  const after = (before: ImportJob, places: readonly number[], ...outcomes: readonly WriteOutcome[]) =>
    afterBatch(before, places, outcomes, writes);

  test('each outcome is counted once, and what was refused is named with why', () => {
    const done = after(job(), [0, 1, 2, 3], 'written', 'written', 'already-there', { sentence: 'Somebody changed it.' });
    expect(done).toStrictEqual({
      ...job(),
      next: 4,
      again: [],
      created: 1,
      updated: 1,
      alreadyThere: 1,
      notWritten: [{ sheet: 'Rates', row: 5, ref: 'R-5', sentence: 'Somebody changed it.' }],
    });
    const more = after(done, [4], 'written');
    expect([more.created, more.updated, more.alreadyThere, more.notWritten.length, more.next]).toEqual([2, 1, 1, 1, 5]);
  });

  test('what was not answered is tried again, until it is', () => {
    const waiting = after(job(), [0, 1, 2], 'written', 'unanswered');
    expect([waiting.next, waiting.again, waiting.created]).toEqual([3, [1, 2], 1]);
    const settled = after(waiting, [1, 3], 'written', 'unanswered');
    expect([settled.next, settled.again, settled.updated]).toEqual([4, [2, 3], 1]);
    expect(after(settled, [2], 'already-there')).toMatchObject({ next: 4, again: [3], alreadyThere: 1 });
  });

  test('of a write that there is none of it is an error of ours', () => {
    expect(() => after(job(), [9], 'written')).toThrow(new RangeError('The import has no write 9'));
  });
});

describe('what is written of a plan', () => {
  const row = (outcome: PlannedRow['outcome'], told: Partial<PlannedRow> = {}): PlannedRow => ({
    kind: 'rates',
    sheet: 'Rates',
    row: 2,
    ref: `R-${outcome}`,
    outcome,
    changes: [],
    errors: [],
    values: {},
    record: { ref: `R-${outcome}` } as never,
    ...told,
  });
  const rows = rowOutcomes.map((outcome) => row(outcome));
  const stored: StoredRecord = { itemId: 7, eTag: '"3"', record: {} as never };
  const refs = (followFile: boolean) => writesOf(rows, () => undefined, followFile).map(({ ref }) => ref);

  test('is what is new and what changes; what is in conflict only where the file is followed', () => {
    expect(refs(false)).toEqual(['R-new', 'R-changed']);
    expect(refs(true)).toEqual(['R-new', 'R-changed', 'R-conflict']);
    expect(writesOf([row('new', { record: undefined as never })], () => undefined, true)).toEqual([]);
  });

  test('names where it stands in the file, and the row of the register that it is written over', () => {
    const write = { kind: 'rates', ref: 'R-changed', sheet: 'Rates', row: 2, record: { ref: 'R-changed' } };
    expect(writesOf([row('changed')], (kind, ref) => (kind === 'rates' && ref === 'R-changed' ? stored : undefined), false)).toStrictEqual([
      { ...write, present: stored },
    ]);
    expect(writesOf([row('changed')], () => undefined, false)).toStrictEqual([write]);
  });
});
