import { ofAPupil } from '../hosts.ts';
import type { Ended, Invariant } from './invariant.ts';

/** Promises to people outside, about links and privacy, and those that the clock keeps. */
export const outsideInvariants: Readonly<Record<string, Invariant>> = {
  I20: async ({ journal, stored }) => {
    const left = {
      sent: journal.sent,
      audit: stored.world.audit,
      receipts: stored.world.effects.allReceipts(),
      ledgers: stored.world.ledgers.rows(),
    };
    const leaks = Object.entries(left).flatMap(([where, what]) =>
      ofAPupil.test(JSON.stringify(what)) ? [`something of a pupil is in ${where}`] : [],
    );
    return [...leaks, ...journal.leaks.map((line) => `something of a pupil is in a log: ${line}`)];
  },
  I22: async ({ stored }) => {
    const answers = new Map<string, number>();
    for (const { ref, state, over, label } of stored.writes) {
      if (state.version === over || !/^link-(accept|decline) /.test(label)) continue;
      const offer = `${ref} ${state.order?.number ?? ''}`;
      answers.set(offer, (answers.get(offer) ?? 0) + 1);
    }
    return [...answers].flatMap(([offer, times]) => (times > 1 ? [`${offer} was answered ${times} times by links`] : []));
  },
  I23: async ({ stored }) =>
    stored.writes.flatMap(({ ref, label }) => (label.startsWith('look-') ? [`${ref} was changed by ${label}`] : [])),
  I29: async (ended) => [...lapsedLate(ended), ...lapsedTwice(ended)],
};

const lapsedLate = ({ stored, endedAt }: Ended): readonly string[] => {
  const last = new Map(stored.writes.map(({ ref, state }) => [ref, state]));
  return [...last.values()].flatMap(({ ref, order, attention = [], hold }) => {
    const waits = order?.state === 'awaiting-provider' && order.answerBy !== undefined && order.answerBy < endedAt;
    // What was never sent, or was ended by its school, has no time to answer in.
    const counts = !attention.some(({ reason }) => reason === 'order-not-sent') && hold?.state !== 'ended';
    return waits && counts ? [`the offer of ${ref} was over at ${order.answerBy}, and is open at ${endedAt}`] : [];
  });
};

const lapsedTwice = ({ stored }: Ended): readonly string[] => {
  const lapses = new Map<string, number>();
  for (const { state, over } of stored.writes) {
    if (state.version === over || !state.history.at(-1)?.what.startsWith('The provider gave no answer')) continue;
    const offer = `${state.ref} ${state.order?.number ?? ''}`;
    lapses.set(offer, (lapses.get(offer) ?? 0) + 1);
  }
  return [...lapses].flatMap(([offer, times]) => (times > 1 ? [`${offer} lapsed ${times} times`] : []));
};
