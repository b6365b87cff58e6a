import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { personKey } from '@ap/shared/domain/people/person';
import type { Performance } from '../journal.ts';
import type { Ended, Invariant } from './invariant.ts';

type Recorded = CallOff['outbox'][number] | BlockPurchase['outbox'][number];

/** Every effect that a write recorded, by its id. */
const effectsOf = ({ stored, bought }: Ended) =>
  new Map(
    [...stored.writes, ...stored.blockWrites, ...(bought ? [{ state: bought }] : [])].flatMap(({ state }) =>
      (state.outbox as readonly Recorded[]).map((effect) => [effect.id, effect]),
    ),
  );

/** Effects that waited for more than 14 days: they stay, and the operator was told of each. */
const leftToPeople = async ({ stored }: Ended): Promise<ReadonlySet<string>> =>
  new Set((await stored.world.effects.expected()).flatMap(({ effectId, toldAt }) => (toldAt === undefined ? [] : [effectId])));

/** How often a message may have left: once, again after each try that failed or was cut off, and again where two workers had it at once. */
const timesAllowed = (performances: readonly Performance[]): number => {
  const cut = performances.filter(({ ended }) => ended === undefined).length;
  const together = performances.filter((one, at) =>
    performances.slice(0, at).some((other) => other.ended !== undefined && other.begun <= one.begun && one.begun <= other.ended),
  ).length;
  return 1 + cut + together;
};

/** To whoever had to wait and was refused. */
export const toldByMail = 'What you sent could not be done';

const timesOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
};

/** Promises about what follows from a command: all of it happens, once, and nothing else does. */
export const effectInvariants: Readonly<Record<string, Invariant>> = {
  I5: async (ended) => {
    const events = ended.stored.world.audit;
    const left = await leftToPeople(ended);
    const wrong: string[] = [];
    for (const effect of effectsOf(ended).values()) {
      if (effect.kind !== 'record-audit' || left.has(effect.id)) continue;
      const noted = events.filter(({ id }) => id === effect.id);
      const [one] = noted;
      if (noted.length !== 1) wrong.push(`${effect.id} ${effect.action} is ${noted.length} times in the audit log`);
      else if (one?.actor !== effect.actor || one.subjectVersion !== effect.version) wrong.push(`${effect.id} is told of somebody else`);
    }
    const told = events.map(({ subject, subjectVersion, action }) => `${action} of ${subject} v${subjectVersion}`);
    for (const [event, times] of timesOf(told)) if (times > 1) wrong.push(`${event} is ${times} times in the audit log`);
    for (const { state, over } of [...ended.stored.writes, ...ended.stored.blockWrites])
      if (
        state.version > over &&
        !state.outbox.some(({ id, version }) => version === state.version && left.has(id)) &&
        !events.some(({ subject, subjectVersion }) => subject === state.ref && subjectVersion === state.version)
      )
        wrong.push(`nobody is named for ${state.ref} v${state.version}`);
    return wrong;
  },
  I9: async ({ stored }) => [
    ...stored.writes.flatMap(({ ref, state }) =>
      state.approvals.some((step) => step.state === 'decided' && personKey(step.by) === personKey(state.requester))
        ? [`${ref} was decided by whoever asked for it`]
        : [],
    ),
    ...stored.blockWrites.flatMap(({ state }) =>
      state.pledges.some(({ decidedBy, pledgedBy }) => decidedBy && personKey(decidedBy) === personKey(pledgedBy))
        ? [`a pledge of ${state.ref} was decided by whoever made it`]
        : [],
    ),
  ],
  I18: async ({ journal }) => {
    const left = new Map<string, number>();
    for (const { effectId, by, to, title } of journal.sent) {
      // Sent by no effect, and told of by its row: I30 of refusals.
      if (title === toldByMail) continue;
      const message = `${effectId ?? ''}|${by} to ${to}: ${title}`;
      left.set(message, (left.get(message) ?? 0) + 1);
    }
    return [...left].flatMap(([message, times]) => {
      const allowed = timesAllowed(journal.performances.filter(({ effectId }) => effectId === message.split('|')[0]));
      return times > allowed ? [`${message} left ${times} times, where ${allowed} can be explained`] : [];
    });
  },
  I19: async (ended) => {
    const made = effectsOf(ended);
    return ended.journal.sent.flatMap(({ effectId, title }) =>
      effectId === undefined || made.has(effectId) || ![...made.keys()].some((id) => id.slice(0, 12) === effectId.slice(0, 12))
        ? []
        : [`'${title}' left for ${effectId}, which no write has recorded`],
    );
  },
  I27: async (ended) => {
    const receipts = new Set(ended.stored.world.effects.allReceipts().map(({ effectId }) => effectId));
    const left = await leftToPeople(ended);
    const pending = [...effectsOf(ended).keys()]
      .filter((id) => !receipts.has(id) && !left.has(id))
      .map((id) => `${id} was never dealt with`);
    const open = ended.queued > 0 ? [`${ended.queued} messages are in the queue still`] : [];
    return [...pending, ...open, ...(await unsentOrders(ended))];
  },
};

/** What the state itself demands, whatever the outbox says: an order that waits for its provider was sent to it, or says that it was not. */
const unsentOrders = async ({ stored, journal }: Ended): Promise<readonly string[]> => {
  const last = new Map(stored.writes.map((write) => [write.ref, write.state]));
  return [...last.values()].flatMap(({ ref, status, order, attention = [] }) => {
    if (status !== 'ordered' || order?.state !== 'awaiting-provider' || attention.some(({ reason }) => reason === 'order-not-sent'))
      return [];
    return journal.sent.some(({ title }) => title.includes(order.number)) ? [] : [`order ${order.number} of ${ref} reached nobody`];
  });
};
