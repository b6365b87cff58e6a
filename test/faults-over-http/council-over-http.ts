import { samplePerson } from '@ap/local/sample/people';
import type { Person } from '@ap/shared/domain/people/person';
import type { Given } from './given.ts';
import type { PeopleSupplies } from './people-over-http.ts';

const keys = ['commissioner', 'second-commissioner'] as const;
type Commissioner = (typeof keys)[number];

const personOf = (key: Commissioner): Person => {
  const { tenantId, userId, givenName, surname, mail } = samplePerson(key);
  return { tenantId, objectId: userId, name: `${givenName} ${surname}`, email: mail };
};

export const commissioners: readonly Person[] = keys.map(personOf);

/** What commissioners do: they place and lift holds on the provider, send what was held, and type into lists what they may not. */
export const councilOverHttp = ({ stand, dice, rows, school, service, name }: PeopleSupplies) => {
  const { people, administrator } = stand;
  const { providerRef } = service;
  let made = 0;
  const decide = (key: Commissioner, body: Parameters<ReturnType<typeof people.commissioning>['decideStanding']>[0]['body']): Given => {
    made += 1;
    const commandKey = `${name}-${body.kind}-${String(made).padStart(8, '0')}`;
    return {
      kind: body.kind,
      key: commandKey,
      by: personOf(key),
      run: async (signal) => {
        await people.commissioning(key).decideStanding({ params: { providerRef }, body, key: commandKey, signal });
        return providerRef;
      },
    };
  };
  const openHolds = async () =>
    ((await rows.standingsOf(providerRef)).at(-1)?.state.holds ?? []).filter(({ lifted, cause }) => !lifted && cause === 'commissioner');
  return {
    places: async (): Promise<readonly Given[]> => [
      decide(dice.pick(keys), { kind: 'place-hold', reason: 'A child was hurt at the site.' }),
    ],
    /** Whoever did not place it lifts it; now and then whoever did tries to. */
    lifts: async (mayErr = true): Promise<readonly Given[]> => {
      const [hold] = await openHolds();
      if (!hold) return [];
      const isPlacer = (key: Commissioner): boolean => personOf(key).objectId === hold.placedBy.objectId;
      const by = keys.find((key) => isPlacer(key) === (mayErr && dice.perMille(250))) ?? 'second-commissioner';
      return [decide(by, { kind: 'lift-hold', holdRef: hold.ref, reason: 'Seen to.' })];
    },
    sendsHeldOrder: async (): Promise<readonly Given[]> => {
      const held = (await rows.callOffsOf(school.buyerRef)).filter(({ attention = [] }) =>
        attention.some(({ reason }) => reason === 'order-not-sent'),
      );
      if (held.length === 0) return [];
      const { ref } = dice.pick(held);
      made += 1;
      const key = `${name}-send-held-${String(made).padStart(8, '0')}`;
      const by = dice.pick(keys);
      const run = async (signal: AbortSignal): Promise<string> => {
        await people.as(by).sendHeldOrder({ params: { ref }, key, signal });
        return ref;
      };
      return [{ kind: 'send-held', key, by: personOf(by), ref, run }];
    },
    /** Somebody with the right to write there types into a row that the app alone writes. It is put back. */
    typesIntoRow: async (): Promise<boolean> => {
      const found = await rows.callOffsOf(school.buyerRef);
      if (found.length === 0) return false;
      await administrator.edit('CallOffs', dice.pick(found).ref, { BuyerName: 'Typed by hand' });
      return true;
    },
  };
};

export type CouncilOverHttp = ReturnType<typeof councilOverHttp>;
