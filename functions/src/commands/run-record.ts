import type { Aggregate } from '@ap/shared/domain/call-off/aggregate';
import type { Command } from '@ap/shared/domain/call-off/decision';
import { ProblemError, type RefusedCommand } from '../http/problem-reply.ts';
import type { OutboxList, PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';
import type { RecordRegister, Stored } from '../ports/records.ts';
import { applyOnce, commandId, type GivenCommand, ownKey, type RecordKind, seenBefore } from './apply-once.ts';

type Record = Aggregate<{ readonly kind: string }>;

/** What a record's decision may be. */
export type RecordDecision<State> =
  | { readonly ok: true; readonly state: State; readonly effects: readonly PendingEffect[] }
  | RefusedCommand;

/** Where a kind of record lies. */
export interface RecordHome<State extends Record> {
  readonly list: OutboxList;
  readonly register: RecordRegister<State>;
  /** What a record is before its first command, where nobody has to make it first; `undefined` when there is nothing that it could be about. */
  readonly begin?: (ref: string) => Promise<State | undefined>;
}

type Needs = Pick<Ports, 'effects' | 'clock' | 'hashes' | 'log'>;

const kindOf = <State extends Record>(list: OutboxList): RecordKind<Stored<State>> => ({
  subjectOf: ({ itemId, state }) => ({ list, itemId, ref: state.ref }),
  pendingIn: ({ state }) => state.outbox,
});

const seenIn = (state: Record, id: string): boolean =>
  seenBefore(
    state.lastCommands.map((applied) => applied.id),
    id,
  );

/**
 * Runs one command about a record that is there, or that begins with its first command, with If-Match. The same key twice answers with the present state.
 * `isSo`: whether the record is by now as the command would make it, so that nothing is written. Throws ProblemError when refused or not found,
 * ServiceBusy when contended.
 */
export const runOnRecord = <State extends Record>(
  ports: Needs,
  { list, register, begin }: RecordHome<State>,
  given: GivenCommand & { readonly ref: string },
  decide: (present: State, command: Command, eTag: string) => Promise<RecordDecision<State>>,
  isSo?: (present: State) => Promise<boolean>,
): Promise<Stored<State>> => {
  const id = commandId(given, ports.hashes);
  return applyOnce<Stored<State>, State>(ports, kindOf(list), `${list}/${given.ref}`, { id, by: given.by }, async () => {
    const stored = await register.find(given.ref);
    if (stored && (seenIn(stored.state, id) || (await isSo?.(stored.state)))) return { done: stored };
    const present = stored?.state ?? (await begin?.(given.ref));
    if (!present) throw new ProblemError('not-found', 'There is no such record, or it is not yours to see.');
    return {
      decide: async (command) => {
        const receipts = await ports.effects.receipts(given.ref);
        return decide(present, { ...command, receipted: new Set(receipts.map(({ effectId }) => effectId)) }, stored?.eTag ?? '');
      },
      write: (state) => (stored ? register.save(stored, state) : register.add(state)),
    };
  });
};

/**
 * Runs one command about the record of a given ref, whether it is there or made by this: for records whose ref says what they are about. `decide` is
 * told `undefined` where there is none. 'Duplicate' means that somebody else made it meanwhile: it is decided again by what lies there.
 */
export const runAtRef = <State extends Record>(
  ports: Needs,
  { list, register }: RecordHome<State>,
  given: GivenCommand & { readonly ref: string },
  decide: (present: State | undefined, command: Command) => Promise<RecordDecision<State>>,
): Promise<Stored<State>> => {
  const id = commandId(given, ports.hashes);
  return applyOnce<Stored<State>, State>(ports, kindOf(list), `${list}/${given.ref}`, { id, by: given.by }, async () => {
    const present = await register.find(given.ref);
    if (present && seenIn(present.state, id)) return { done: present };
    return {
      decide: async (command) => {
        const receipts = present ? await ports.effects.receipts(given.ref) : [];
        return decide(present?.state, { ...command, receipted: new Set(receipts.map(({ effectId }) => effectId)) });
      },
      write: (state) => (present ? register.save(present, state) : register.add(state)),
    };
  });
};

/** Letters and digits that nobody confuses when read aloud. */
const clear = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference made from the caller's own key: the same key makes the same record, so that it is made once. */
export const refFromKey = (prefix: string, given: GivenCommand, hashes: Ports['hashes']): string => {
  const bytes = Buffer.from(ownKey(given, hashes), 'hex').subarray(0, 10);
  return `${prefix}-${[...bytes].map((byte) => clear[byte % clear.length]).join('')}`;
};

/** Makes one record for each key of a caller: 'duplicate' and 'no answer' both mean that it is read again, for it may be made already. */
export const createRecord = <State extends Record>(
  ports: Needs,
  { list, register }: RecordHome<State>,
  prefix: string,
  given: GivenCommand,
  decide: (ref: string, command: Command) => Promise<RecordDecision<State>>,
): Promise<Stored<State>> => {
  const id = commandId(given, ports.hashes);
  const ref = refFromKey(prefix, given, ports.hashes);
  return applyOnce<Stored<State>, State>(ports, kindOf(list), `${list}/${ref}`, { id, by: given.by }, async () => {
    const earlier = await register.find(ref);
    if (earlier) {
      seenIn(earlier.state, id);
      return { done: earlier };
    }
    return { decide: (command) => decide(ref, { ...command, receipted: new Set() }), write: (state) => register.add(state) };
  });
};
