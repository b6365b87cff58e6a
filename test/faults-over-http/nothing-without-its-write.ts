import type { EffectWork } from '@ap/shared/domain/effect';
import { personKey } from '@ap/shared/domain/people/person';
import type { SeenHistory, SeenMessage } from './seen-from-outside.ts';

type Kind = EffectWork['kind'];

/** Kinds of work that send the provider something, an approver that the work names, and whoever asked for something. */
const toProvider: readonly Kind[] = [
  'mail-order-to-provider',
  'remind-provider-of-order',
  'tell-provider-of-order',
  'tell-provider-of-answer',
];
const toApprover: readonly Kind[] = ['send-approval-card', 'send-approval-mail', 'remind-approver', 'ask-approver-of-change'];
const toRequester: readonly Kind[] = ['tell-requester', 'tell-requester-of-order'];
/** To those of the school whom the work does not name. */
const toSchool: readonly Kind[] = ['ask-buyer-about-order', 'tell-buyer-hold-ended', 'tell-head', 'tell-setting-change'];

/** The effect that a receipt is for: work that tells several people has one for each of them. */
const effectOf = (effectId: string): string => /^.+-v\d+-\d+(?=-(?:mail-)?to-|$)/.exec(effectId)?.[0] ?? effectId;

const named = /\b(?:CO-[0-9A-Z]{4}-[0-9A-Z]{4}|AP-\d{6})\b/g;
const namesIn = (text: string): ReadonlySet<string> => new Set(text.match(named));

/**
 * I19, as far as it is seen from outside: of everything that was done for a request, a version of its row says that it was to be. Each event of the audit log and each receipt is
 * of an effect that a version holds; before each mail and card a version was written that has work for whoever got it; and no message in the whole tenant names a request or
 * an order that no row has.
 */
export const nothingWithoutWrite = ({ ended, receipts, messages, register }: SeenHistory): readonly string[] => {
  const { writes, world } = ended.stored;
  const wrong: string[] = [];
  const refs = new Set(writes.map(({ ref }) => ref));
  const recorded = writes.flatMap(({ ref, state, turn }) => state.outbox.map((effect) => ({ ref, effect, turn })));
  const kinds = new Map(recorded.map(({ effect: { id, kind } }) => [id, kind]));

  for (const { id, subject, action } of world.audit)
    if (refs.has(subject) && kinds.get(id) !== 'record-audit')
      wrong.push(`no version of ${subject} says that ${action} (${id}) is to be noted`);
  for (const { effectId, kind } of receipts)
    if (!kind.startsWith(kinds.get(effectOf(effectId)) ?? 'nothing'))
      wrong.push(`${kind} has a receipt for ${effectId}, which no version holds`);

  const refOf = new Map(
    writes.flatMap(({ ref, state: { order } }) => [[ref, ref] as const, ...(order ? [[order.number, ref] as const] : [])]),
  );
  const isFor = ({ role, person }: SeenMessage, effect: (typeof recorded)[number]['effect']): boolean => {
    if (role === 'provider') return toProvider.includes(effect.kind);
    if (toSchool.includes(effect.kind)) return role !== 'other';
    if (role === 'requester') return toRequester.includes(effect.kind);
    if (role === 'approver')
      return toApprover.includes(effect.kind) && 'to' in effect && person !== undefined && effect.to === personKey(person);
    return true;
  };
  const known = new Set(register.flatMap(({ ref, order }) => [ref, ...(order ? [order.number] : [])]));
  for (const message of messages) {
    const names = [...namesIn(message.text)];
    for (const name of names) if (!known.has(name)) wrong.push(`'${message.title}' names ${name}, which no row has`);
    const ours = new Set(names.flatMap((name) => refOf.get(name) ?? []));
    // Rows tell whole seconds: a version was written at some time of its second.
    const caused = (ref: string): boolean =>
      recorded.some((each) => each.ref === ref && each.turn - 999 <= message.at && isFor(message, each.effect));
    if (ours.size > 0 && ![...ours].some(caused))
      wrong.push(`'${message.title}' left for ${message.to}, and no version before it has such work`);
  }
  return wrong;
};
