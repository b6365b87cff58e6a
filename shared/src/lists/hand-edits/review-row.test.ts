import fc from 'fast-check';
import { type EditFacts, keyOf } from '../../domain/hand-edits/edit-law.ts';
import {
  beginReview,
  judgeVersion,
  type RowReview,
  type RowVersion,
  settle,
  takeEdit,
  takeOwnWrite,
} from '../../domain/hand-edits/review-row.ts';
import { differing } from '../../domain/hand-edits/row-content.ts';
import { frameworks } from '../frameworks.ts';
import type { ListDefinition } from '../list.ts';
import { lots } from '../lots.ts';
import { providers } from '../providers.ts';
import { qaChecks } from '../qa-checks.ts';
import { rateCards } from '../rate-cards.ts';
import { services } from '../services.ts';
import { editLawOf } from './edit-laws.ts';
import { rawRows } from './edited-rows.fixture.ts';
import { readContent, readRow, writeContent } from './row-content.ts';

type Raw = Readonly<Record<string, unknown>>;

const facts: EditFacts = { missing: new Set(['Lots/AP-2026-9', 'Providers/P-9999']), otherKeys: new Set(['TAKEN']) };
const somebody = {
  kind: 'person',
  id: { tenantId: '10000000-0000-4000-8000-000000000001', objectId: '20000000-0000-4000-8000-000000000001' },
  name: 'Somebody',
  email: undefined,
} as const;

/** A row in its list, with all its versions, as people and the app write it. */
const rowOf = (list: ListDefinition) => {
  const versions: { readonly raw: Raw; readonly isOwn: boolean }[] = [{ raw: rawRows[list.title] ?? {}, isOwn: true }];
  const present = (): Raw => versions.at(-1)?.raw ?? {};
  const put = (isOwn: boolean, change: Raw): void => {
    const next = { ...present(), ...change };
    versions.push({ isOwn, raw: Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== undefined)) });
  };
  const since = (version: number): readonly RowVersion[] =>
    versions.slice(version).map(({ raw, isOwn }, index) => ({
      version: version + index + 1,
      at: '2026-11-26T10:00:00Z',
      by: isOwn ? { kind: 'app' } : somebody,
      found: readRow(list, raw),
    }));
  return { versions, present, put, since };
};

/** One run of the guard: every version since the last good copy, and one write at most. */
const guardOnce = (list: ListDefinition, row: ReturnType<typeof rowOf>, kept: { readonly version: number; readonly content: string }) => {
  const law = editLawOf(list);
  let review: RowReview = beginReview(readContent(list, kept.content));
  for (const version of row.since(kept.version))
    review =
      version.by.kind === 'app' ? takeOwnWrite(review, version) : takeEdit(review, version, judgeVersion(law, review, version, facts));
  const note = row.present().SystemNote;
  const settlement = settle(law, review, readRow(list, row.present()), typeof note === 'string' ? note : undefined);
  if (settlement.kind === 'write')
    row.put(true, {
      ...Object.fromEntries(Object.keys(settlement.columns).map((column) => [column, null])),
      ...(JSON.parse(writeContent(list, settlement.columns)) as Raw),
      ...(list.handEdited ? { SystemNote: settlement.note ?? null } : {}),
    });
  return { review, settlement, kept: { version: row.versions.length, content: writeContent(list, review.good ?? {}) } };
};

const first = (list: ListDefinition) => ({ version: 1, content: writeContent(list, readRow(list, rawRows[list.title] ?? {}).content) });

test('an illegal edit under a legal one is undone, and both are told of; the app does not take its own write for an edit', () => {
  const row = rowOf(providers);
  row.put(false, { Status: 'removed' });
  row.put(false, { Phone: '01305 000999' });
  const run = guardOnce(providers, row, first(providers));
  expect(run.review.edits.map(({ version, judgement }) => [version, judgement.verdict])).toEqual([
    [2, 'undone'],
    [3, 'accepted'],
  ]);
  expect(row.present()).toMatchObject({ Status: 'active', Phone: '01305 000999' });
  const again = guardOnce(providers, row, run.kept);
  expect(again).toMatchObject({ review: { edits: [] }, settlement: { kind: 'leave' } });
});

test('what the app writes while an edit waits to be judged stands, and the edit beneath it is undone', () => {
  const row = rowOf(providers);
  row.put(false, { Status: 'removed' });
  row.put(true, { Phone: '01305 000999' });
  expect(guardOnce(providers, row, first(providers)).review.edits).toHaveLength(1);
  expect(row.present()).toMatchObject({ Status: 'active', Phone: '01305 000999' });
});

test('the note says why, and goes with the next edit that is accepted', () => {
  const row = rowOf(rateCards);
  row.put(false, { Price: 1 });
  const run = guardOnce(rateCards, row, first(rateCards));
  expect(row.present().SystemNote).toBe(
    'The change of 26 November 2026 was put back.\nPrice (ex VAT): This price is fixed for its period, 1 September 2026 to 31 August 2030. A price review opens the next one.',
  );
  const lot = rowOf(lots);
  lot.put(false, { Status: 'closed', SystemNote: 'of yesterday' });
  guardOnce(lots, lot, first(lots));
  expect(lot.present()).toEqual({ ...rawRows.Lots, Status: 'closed' });
  expect(guardOnce(rateCards, row, run.kept).settlement).toEqual({ kind: 'leave' });
});

test('a run that was cut off after its write is made up for by the next, which tells the same and writes nothing', () => {
  const row = rowOf(services);
  row.put(false, { LotKey: 'AP-2026-9' });
  const cutOff = guardOnce(services, row, first(services));
  const next = guardOnce(services, row, first(services));
  expect(next.settlement).toEqual({ kind: 'leave' });
  expect(next.review.edits).toEqual(cutOff.review.edits);
});

const typed: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Title: fc.constantFrom('TAKEN', ' taken', 'NEW-1', null),
  Status: fc.constantFrom(
    'prospective',
    'active',
    'suspended',
    'removed',
    'offered',
    'withdrawn',
    'approved',
    'draft',
    'live',
    'open',
    null,
    'x',
  ),
  Outcome: fc.constantFrom('passed', 'failed', 'received', 'lapsed'),
  LotKey: fc.constantFrom('AP-2026-2', 'AP-2026-9', 'ap-2026-1'),
  LotKeys: fc.constantFrom('AP-2026-1', 'AP-2026-1; AP-2026-9', 'AP-2026-1; AP-2026-2; AP-2026-3'),
  ProviderRef: fc.constantFrom('P-9999', 'P-0007', 'P-0042'),
  Price: fc.constantFrom(45, 51.5, 0.005),
  Phone: fc.constantFrom('01305 000111', '01305 000999', null),
  Name: fc.constantFrom('Forest school', 'Wood school', ''),
  EffectiveTo: fc.constantFrom('2030-08-31T12:00:00Z', '2027-08-31T12:00:00Z', 'never'),
  AgeFrom: fc.constantFrom(11, 9, null),
  State: fc.constantFrom('{}', 'nonsense'),
};

test('after the guard has run, whatever people typed, the row is good by every law, and each edit ended as one event', () => {
  const lists = [frameworks, lots, providers, services, rateCards, qaChecks];
  const turn = fc.record({
    isOwn: fc.constant(false),
    change: fc.dictionary(fc.constantFrom(...Object.keys(typed)), fc.nat(11), { maxKeys: 4 }),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...lists),
      fc.array(fc.tuple(turn, fc.boolean()), { minLength: 1, maxLength: 6 }),
      fc.gen(),
      (list, turns, gen) => {
        const row = rowOf(list);
        let kept = first(list);
        const events: string[] = [];
        const edits: string[] = [];
        const guard = (): void => {
          const before = readContent(list, kept.content);
          const run = guardOnce(list, row, kept);
          kept = run.kept;
          events.push(...run.review.edits.map(({ version }) => `${version}`));
          const now = readRow(list, row.present());
          expect(now.unreadable).toEqual([]);
          expect(keyOf(now.content)).toBe(keyOf(before ?? {}));
          expect(differing(now.content, readContent(list, kept.content) ?? {})).toEqual([]);
          expect(facts.missing.has(`Lots/${now.content.LotKey}`)).toBe(false);
          expect(guardOnce(list, row, kept).settlement).toEqual({ kind: 'leave' });
        };
        for (const [{ change }, runsNow] of turns) {
          const columns = Object.keys(change).filter((column) => column in list.columns);
          const typedNow = Object.fromEntries(columns.map((column) => [column, gen(() => typed[column] ?? fc.constant(null))]));
          const before = readRow(list, row.present());
          row.put(false, typedNow);
          const after = readRow(list, row.present());
          if (JSON.stringify(comparable(before)) !== JSON.stringify(comparable(after))) edits.push(`${row.versions.length}`);
          if (runsNow) guard();
        }
        guard();
        expect(new Set(events).size).toBe(events.length);
        expect(events.filter((event) => edits.includes(event))).toEqual(edits);
      },
    ),
    { numRuns: 100 },
  );
});

const comparable = ({ content, unreadable }: ReturnType<typeof readRow>) => [
  Object.entries(content).sort(([a], [b]) => a.localeCompare(b)),
  unreadable.map(({ column }) => column).sort(),
];
