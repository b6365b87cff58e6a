import { createHash } from 'node:crypto';
import type { CallOff } from '@ap/shared/domain/call-off';
import { aMembership, councilTenant } from '@ap/shared/domain/call-off.fixture';
import type { Person } from '@ap/shared/domain/person';
import type { StoredCallOff } from '../../functions/src/ports/call-offs.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import type { Net } from './options.ts';
import type { Dice } from './seeded.ts';

/** One write of a call-off that the list took, in the order in which it took them. */
export interface Write {
  readonly ref: string;
  readonly state: CallOff;
  /** The version over which it was decided; 0 where it was made. */
  readonly over: number;
  /** The ids of every command that is in it: of the write over which it was decided, and its own. */
  readonly applied: readonly string[];
  readonly at: string;
}

/** What survives every process: lists, stores, what people were sent, and every write in order. */
export interface StoredState {
  readonly world: World;
  readonly ports: Ports;
  readonly writes: Write[];
  /** Somebody saves the row of a request in SharePoint as it is: it has a new ETag. */
  readonly touch: (ref: string) => void;
}

/** Commissioners, of whom two are on duty for holds. */
export const helen: Person = {
  tenantId: councilTenant,
  objectId: '00000000-0000-4000-8000-0000000000c1',
  name: 'Helen Strand',
  email: 'helen.strand@council.example',
};
export const omar: Person = {
  tenantId: councilTenant,
  objectId: '00000000-0000-4000-8000-0000000000c2',
  name: 'Omar Fell',
  email: 'omar.fell@council.example',
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Lists and stores in memory, with what was asked for switched off; each writes as the real one does, and notes every write of a call-off. */
export const storedState = (dice: Dice, without: readonly Net[]): StoredState => {
  const world = memoryWorld();
  world.facts.officers = [
    ...world.facts.officers,
    ...[helen, omar].map((person) => aMembership(person, ['commissioner'], { buyerRef: 'CD-SEND' })),
  ];
  const off = new Set(without);
  const writes: Write[] = [];
  const { callOffs, effects, audit } = world.ports;
  const kept = (state: CallOff): CallOff => (off.has('outbox') ? { ...state, outbox: [] } : state);
  const read = <S extends StoredCallOff>(stored: S | undefined): S | undefined =>
    stored && off.has('command-ring') ? { ...stored, callOff: { ...stored.callOff, lastCommands: [] } } : stored;
  const noted = <O extends { readonly ok: boolean }>(outcome: O, state: CallOff, over: number): O => {
    const before = writes.findLast((write) => write.ref === state.ref && write.state.version === over)?.applied ?? [];
    const applied = [...new Set([...before, ...state.lastCommands])];
    if (outcome.ok) writes.push({ ref: state.ref, state, over, applied, at: world.clock.now });
    return outcome;
  };
  let made = 0;
  const ports: Ports = {
    ...world.ports,
    callOffs: {
      ...callOffs,
      find: async (ref) => read(await callOffs.find(ref)),
      get: async (itemId) => read(await callOffs.get(itemId)),
      findByKey: async (key) => (off.has('unique-key') ? undefined : read(await callOffs.findByKey(key))),
      add: async (state) => {
        made += 1;
        const next = off.has('unique-key')
          ? { ...kept(state), idempotencyKey: `${state.idempotencyKey.slice(0, 30)}-${made}`, ref: refAnew(state.ref, made) }
          : kept(state);
        return noted(await callOffs.add(next), next, 0);
      },
      save: async (present, state) => {
        const next = kept(state);
        const now = off.has('etag') ? ((await callOffs.get(present.itemId)) ?? present) : present;
        return noted(await callOffs.save(now, next), next, present.callOff.version);
      },
    },
    effects: off.has('receipts') ? { ...effects, receipts: async () => [], confirm: async () => undefined } : effects,
    audit: off.has('audit') ? { append: async (event) => void world.audit.push(event) } : audit,
    secrets: {
      make: () => {
        const secret = `secret-${dice.int(0, 2 ** 30)}-${dice.int(0, 2 ** 30)}`;
        return { id: `link-${dice.int(0, 2 ** 30)}-${dice.int(0, 2 ** 30)}`, secret, hash: sha256(secret) };
      },
      code: () => String(dice.int(0, 999_999)).padStart(6, '0'),
      matches: (secret, hash) => sha256(secret) === hash,
    },
  };
  return {
    world,
    ports,
    writes,
    touch: (ref) => {
      const last = writes.findLast((write) => write.ref === ref);
      if (last) world.callOffs.writeElsewhere(world.callOffs.idOf(ref), last.state);
    },
  };
};

const refAnew = (ref: string, made: number): string => `${ref.slice(0, -2)}${String(made % 100).padStart(2, '0')}`;
