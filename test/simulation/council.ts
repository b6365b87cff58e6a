import type { Person } from '@ap/shared/domain/people/person';
import { sendHeldOrder } from '../../functions/src/orders/send-held-order.ts';
import { runStanding } from '../../functions/src/quality/run-quality.ts';
import { callerOf } from '../ports/people.ts';
import type { Given } from './commands.ts';
import type { Dice } from './seeded.ts';
import { helen, omar, type StoredState } from './stored-state.ts';

/** What commissioners do: they place and lift holds on the provider, and send what was held. */
export interface Council {
  readonly placesHold: () => Given | undefined;
  readonly liftsHold: () => Given | undefined;
  readonly sendsHeldOrder: () => Given | undefined;
}

const provider = 'P-0001';

export const councilOf = (dice: Dice, stored: StoredState): Council => {
  let made = 0;
  const one = (kind: string): { readonly key: string; readonly by: Person } => {
    made += 1;
    return { key: `${kind}-key-${String(made).padStart(12, '0')}`, by: dice.pick([helen, omar]) };
  };
  return {
    placesHold: () => {
      const { key, by } = one('place-hold');
      const act = { kind: 'place-hold', cause: 'commissioner', reason: 'A child was hurt at the site.' } as const;
      return {
        kind: 'place-hold',
        key,
        by,
        run: async (ports) => {
          await runStanding(ports, { by, key, channel: 'page' }, provider, act);
          return provider;
        },
      };
    },
    liftsHold: () => {
      const open = stored.standings.at(-1)?.state.holds.filter(({ lifted }) => lifted === undefined) ?? [];
      if (open.length === 0) return undefined;
      const { key, by } = one('lift-hold');
      const act = { kind: 'lift-hold', holdRef: dice.pick(open).ref, reason: 'Seen to.' } as const;
      return {
        kind: 'lift-hold',
        key,
        by,
        run: async (ports) => {
          await runStanding(ports, { by, key, channel: 'page' }, provider, act);
          return provider;
        },
      };
    },
    sendsHeldOrder: () => {
      const held = stored.writes.filter(({ state }) => (state.attention ?? []).some(({ reason }) => reason === 'order-not-sent'));
      if (held.length === 0) return undefined;
      const { ref } = dice.pick(held);
      const { key, by } = one('send-held');
      return {
        kind: 'send-held',
        key,
        by,
        ref,
        run: async (ports) => {
          await sendHeldOrder(ports)({
            caller: { ...callerOf(by), commissioner: true },
            params: { ref },
            query: undefined,
            key,
            body: undefined,
          });
          return ref;
        },
      };
    },
  };
};
