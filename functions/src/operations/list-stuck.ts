import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { operationsApi } from '@ap/shared/contract/operations';
import type { Stuck } from '@ap/shared/domain/operations/stuck';
import { type Outbox, type OutboxItem, outboxOf } from '../effects/outbox.ts';
import { isDelayed, isTooOld } from '../effects/too-old.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { ExpectedEffect, Receipt } from '../ports/effects.ts';
import type { ParkedCommands } from '../ports/parked.ts';
import type { StuckNote } from '../ports/stuck.ts';
import { isSentFromItsPage, type StuckNeeds } from './take-given-up.ts';

export interface OperationNeeds extends Omit<StuckNeeds, 'givenUp' | 'readMessage'> {
  readonly parked: Pick<ParkedCommands, 'all'>;
}

/** An effect that is stuck, with what is known of it now. `pending`: its row still owes it. */
export interface FoundEffect {
  readonly stuck: Stuck;
  readonly item: OutboxItem | undefined;
  readonly effectId: string;
  readonly receipt: Receipt | undefined;
  readonly noteId: string | undefined;
}

type Owed = Pick<ExpectedEffect, 'list' | 'itemId' | 'effectId'> & Partial<Pick<ExpectedEffect, 'madeAt' | 'ref'>>;

const readItem = async (outboxes: readonly Outbox[], { list, itemId }: Owed): Promise<OutboxItem | 'unreadable' | undefined> => {
  try {
    return await outboxOf(outboxes, list).get(itemId);
  } catch (error) {
    if (error instanceof ProblemError) return 'unreadable';
    throw error;
  }
};

/** What an effect stands at; `undefined` where it was done, or nothing is owed any more. */
const lookAt = async (
  { effects, clock }: OperationNeeds,
  outboxes: readonly Outbox[],
  owed: Owed,
  note: Extract<StuckNote, { effectId: string }> | undefined,
): Promise<FoundEffect | undefined> => {
  const { list, effectId } = owed;
  const item = await readItem(outboxes, owed);
  const base = { id: effectId, list, mayReplay: true, maySetAside: true, ...(note === undefined ? {} : { tries: note.times }) };
  const noteId = note?.id;
  if (item === 'unreadable') {
    const since = owed.madeAt ?? note?.since ?? clock.now();
    return {
      stuck: { ...base, why: 'row-unreadable', since, ref: owed.ref, mayReplay: false, maySetAside: false },
      item: undefined,
      effectId,
      receipt: undefined,
      noteId,
    };
  }
  const effect = item?.pending.find(({ id }) => id === effectId);
  if (!item || !effect) return undefined;
  const { ref } = item.subject;
  const receipt = (await effects.receipts(ref)).find((each) => each.effectId === effectId);
  if (receipt && receipt.state !== 'stuck') return undefined;
  const now = clock.now();
  const why = receipt
    ? 'not-done'
    : isTooOld(effect.madeAt, now)
      ? 'too-old'
      : note?.what === 'poisoned'
        ? 'poisoned'
        : isDelayed(effect.madeAt, now)
          ? 'delayed'
          : undefined;
  if (why === undefined) return undefined;
  const mayReplay = why !== 'too-old' || !isSentFromItsPage(effect.kind);
  return { stuck: { ...base, why, since: effect.madeAt, kind: effect.kind, ref, mayReplay }, item, effectId, receipt, noteId };
};

/** Every effect that is stuck, once; of those noted and awaited only the one of an id, where it is told. Notes of what went on meanwhile are taken away. */
export const stuckEffects = async (
  needs: OperationNeeds,
  outboxes: readonly Outbox[],
  noted: readonly StuckNote[],
  id?: string,
): Promise<readonly FoundEffect[]> => {
  const { effects, stuck, clock } = needs;
  const notes = new Map(noted.flatMap((note) => ('effectId' in note ? [[note.effectId, note] as const] : [])));
  const now = clock.now();
  const owed = new Map<string, Owed>([...notes.values()].map((note) => [note.effectId, note]));
  for (const row of await effects.expected()) if (isDelayed(row.madeAt, now) || owed.has(row.effectId)) owed.set(row.effectId, row);
  const found: FoundEffect[] = [];
  for (const each of owed.values()) {
    if (id !== undefined && each.effectId !== id) continue;
    const note = notes.get(each.effectId);
    const looked = await lookAt(needs, outboxes, each, note);
    if (looked) found.push(looked);
    else if (note) await stuck.remove(note.id);
  }
  return found;
};

/** Everything that does not go on by itself, longest first. For commissioners only. */
export const listStuck =
  (needs: OperationNeeds, outboxes: readonly Outbox[]) =>
  async (_call: Call<typeof operationsApi.listStuck>): Promise<ReplyOf<typeof operationsApi.listStuck>> => {
    const noted = await needs.stuck.all();
    const effects = (await stuckEffects(needs, outboxes, noted)).map(({ stuck }) => stuck);
    const messages = noted.flatMap((note): readonly Stuck[] =>
      note.what === 'message-unreadable'
        ? [{ id: note.id, why: note.what, since: note.since, list: note.queue, tries: note.times, mayReplay: false, maySetAside: true }]
        : [],
    );
    const commands = (await needs.parked.all()).flatMap(({ id, endpoint, parkedAt, ended }): readonly Stuck[] =>
      ended && ended.how !== 'done'
        ? [{ id, why: 'command-given-up', since: parkedAt, kind: endpoint, mayReplay: false, maySetAside: false }]
        : [],
    );
    return { stuck: [...effects, ...messages, ...commands].sort((a, b) => a.since.localeCompare(b.since)) };
  };
