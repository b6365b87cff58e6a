import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { operationsApi } from '@ap/shared/contract/operations';
import type { OperationAction } from '@ap/shared/domain/operations/operation-action';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import type { Outbox } from '../effects/outbox.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { type FoundEffect, type OperationNeeds, stuckEffects } from './list-stuck.ts';

export interface ActNeeds extends OperationNeeds, Pick<Ports, 'audit'> {}

type Replay = typeof operationsApi.replayStuck;
type SetAside = typeof operationsApi.setStuckAside;

/** Recorded before it is done: whoever acts again under the same key is recorded once. */
const record = ({ audit, clock }: ActNeeds, action: OperationAction, by: Person, key: string, refs: readonly string[]): Promise<void> =>
  audit.append({
    id: `OPERATION-${key}-v1-0`,
    at: clock.now(),
    actor: personKey(by),
    action,
    subject: `OPERATION-${key}`,
    subjectVersion: 1,
    refs,
  });

const find = async (needs: ActNeeds, outboxes: readonly Outbox[], id: string): Promise<FoundEffect | undefined> =>
  (await stuckEffects(needs, outboxes, await needs.stuck.all(), id))[0];

/**
 * Sends an effect again, by a person's hand: it may then be too old, and what it needs is looked at once more when it is performed. One that went on meanwhile, or
 * that nobody owes any more, is over: nothing is sent.
 */
export const replayStuck =
  (needs: ActNeeds, outboxes: readonly Outbox[]) =>
  async ({ caller, body, key }: Call<Replay>): Promise<ReplyOf<Replay>> => {
    const found = await find(needs, outboxes, body.id);
    if (!found) return { state: 'over' };
    if (!found.item || !found.stuck.mayReplay)
      throw new ProblemError(
        'not-allowed',
        'This cannot be tried again from here: a row must be mended first, and a held order is sent from the page of its request.',
      );
    const { item, effectId, receipt } = found;
    await record(needs, 'effect-replayed', caller.person, key, [item.subject.ref, effectId]);
    if (receipt) await needs.effects.withdraw(item.subject.ref, effectId);
    await needs.effects.enqueueByHand(item.subject, [{ id: effectId }]);
    return { state: 'sent' };
  };

/** Takes something from the list for good: an effect gets a receipt that says so, a message that is none of ours is forgotten. */
export const setStuckAside =
  (needs: ActNeeds, outboxes: readonly Outbox[]) =>
  async ({ caller, body, key }: Call<SetAside>): Promise<ReplyOf<SetAside>> => {
    const { id, why } = body;
    if ((await needs.stuck.find(id))?.what === 'message-unreadable') {
      await record(needs, 'effect-set-aside', caller.person, key, [id, why]);
      await needs.stuck.remove(id);
      return { state: 'set-aside' };
    }
    const found = await find(needs, outboxes, id);
    if (!found?.item) return { state: 'over' };
    const { item, effectId, stuck, noteId } = found;
    const { ref } = item.subject;
    await record(needs, 'effect-set-aside', caller.person, key, [ref, effectId, why]);
    const receipt = { effectId, kind: stuck.kind ?? '', state: 'superseded', reason: `set-aside-${why}`, at: needs.clock.now() } as const;
    await needs.effects.confirm(ref, receipt);
    if (noteId !== undefined) await needs.stuck.remove(noteId);
    await item.noteCaughtUp();
    return { state: 'set-aside' };
  };
