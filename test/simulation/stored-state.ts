import { createHash } from 'node:crypto';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { aMembership, councilTenant } from '@ap/shared/domain/call-off/call-off.fixture';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import type { BuyerRegister } from '../../functions/src/ports/buyers.ts';
import type { StoredCallOff } from '../../functions/src/ports/call-offs.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import type { ProviderRegister } from '../../functions/src/ports/providers.ts';
import type { RecordRegister, WriteOutcome } from '../../functions/src/ports/records.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import type { Net } from './options.ts';
import type { Stage } from './scenes.ts';
import type { Dice } from './seeded.ts';
import { otherThan, secondBuyer, secondMembers } from './two-schools.ts';

/** One write of a call-off that the list took, in the order in which it took them. */
export interface Write {
  readonly ref: string;
  readonly state: CallOff;
  /** The version over which it was decided; 0 where it was made. */
  readonly over: number;
  /** The ids of every command that is in it: of the write over which it was decided, and its own. */
  readonly applied: readonly string[];
  /** Which work wrote it, when that began, and when it was written, in turns. */
  readonly label: string;
  readonly begun: number;
  readonly turn: number;
  readonly at: string;
}

/** One write of the provider's standing. */
export interface StandingWrite {
  readonly state: ProviderStanding;
  readonly turn: number;
}

/** One write of a block purchase. */
export interface BlockWrite {
  readonly state: BlockPurchase;
  /** The version over which it was decided. */
  readonly over: number;
  readonly turn: number;
}

/** What survives every process: lists, stores, what people were sent, and every write in order. */
export interface StoredState {
  readonly world: World;
  readonly ports: Ports;
  readonly writes: Write[];
  readonly standings: StandingWrite[];
  readonly blockWrites: BlockWrite[];
  /** What the school may commit in the year of its requests (pence, without VAT); absent where nobody set it. */
  readonly budget: number | undefined;
  /** Somebody saves the row of a request or of a block purchase in SharePoint as it is: it has a new ETag. */
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
export const storedState = (
  dice: Dice,
  { without, stage }: { readonly without: readonly Net[]; readonly stage: Stage },
  now: () => Pick<Write, 'label' | 'begun' | 'turn'>,
): StoredState => {
  const world = memoryWorld();
  if (stage.has('schools') || stage.has('block')) {
    world.facts.otherBuyers = [secondBuyer];
    world.facts.members = [...world.facts.members, ...secondMembers];
  }
  // Room for one, two or three orders, where there is a budget at all, and for a pledge.
  const room = stage.has('block') ? dice.int(5, 40) * 8_000 : 0;
  const budget = dice.perMille(600) ? dice.int(1, 3) * 144_000 + dice.int(0, 1_000) + room : undefined;
  if (budget !== undefined) world.facts.budgets.set('113800 2026-27', pence(budget));
  world.facts.officers = [
    ...world.facts.officers,
    ...[helen, omar].map((person) => aMembership(person, ['commissioner'], { buyerRef: 'CD-SEND' })),
  ];
  const off = new Set(without);
  const writes: Write[] = [];
  const standings: StandingWrite[] = [];
  const blockWrites: BlockWrite[] = [];
  const { callOffs, blockPurchases, effects, audit, ledgers, quality } = world.ports;
  let renamed = 0;
  const kept = (state: CallOff): CallOff => {
    if (off.has('approvers'))
      return { ...state, approvals: withApprovers(state, (own, others) => own.filter((each) => !others.includes(each))) };
    if (off.has('outbox')) return { ...state, outbox: [] };
    if (!off.has('effect-ids')) return state;
    renamed += 1;
    return { ...state, outbox: state.outbox.map((effect) => ({ ...effect, id: `${effect.id.split('~')[0]}~${renamed}` })) };
  };
  const asRead = (state: CallOff): CallOff => {
    if (off.has('command-ring')) return { ...state, lastCommands: [] };
    if (off.has('approvers')) return { ...state, approvals: withApprovers(state, (own, others) => [...own, ...others]) };
    const isOpen = off.has('frozen-request') && state.status === 'awaiting-approval';
    return isOpen ? { ...state, price: { ...state.price, gross: pence(state.price.gross + 100) } } : state;
  };
  const read = <S extends StoredCallOff>(stored: S | undefined): S | undefined => stored && { ...stored, callOff: asRead(stored.callOff) };
  const noted = <O extends { readonly ok: boolean }>(outcome: O, state: CallOff, over: number): O => {
    const before = writes.findLast((write) => write.ref === state.ref && write.state.version === over)?.applied ?? [];
    const applied = [...new Set([...before, ...state.lastCommands])];
    if (outcome.ok) writes.push({ ref: state.ref, state, over, applied, at: world.clock.now, ...now() });
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
    blockPurchases: noting(blockPurchases, (state, before) => blockWrites.push({ state, over: before?.version ?? 0, turn: now().turn }), {
      overwrites: off.has('etag'),
      loses: ({ history }) => off.has('draws') && (history.at(-1)?.what.startsWith('Units drawn') ?? false),
    }),
    ledgers: off.has('reservations')
      ? {
          ...ledgers,
          save: async (stored) => ({ ok: true, stored }),
          add: async (state) => ({ ok: true, stored: { itemId: 1, eTag: '', state } }),
        }
      : ledgers,
    quality: { ...quality, standings: noting(quality.standings, (state) => standings.push({ state, turn: now().turn })) },
    buyers: off.has('approvers') ? { ...world.ports.buyers, members: membersOfAll(world.ports.buyers) } : world.ports.buyers,
    providers: off.has('fresh-facts') ? { ...world.ports.providers, facts: once(world.ports.providers.facts) } : world.ports.providers,
    effects: off.has('receipts') ? { ...effects, receipts: async () => [], confirm: async () => undefined } : effects,
    audit: off.has('audit') ? { append: async (event) => void world.audit.push(event) } : audit,
    secrets: {
      make: () => {
        const secret = `secret-${dice.int(0, 2 ** 30)}-${dice.int(0, 2 ** 30)}`;
        const digits = sha256(`link of ${secret}`);
        const id = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
        return { id, secret, hash: sha256(secret) };
      },
      code: () => String(dice.int(0, 999_999)).padStart(6, '0'),
      matches: (secret, hash) => sha256(secret) === hash,
    },
  };
  return {
    world,
    ports,
    writes,
    standings,
    blockWrites,
    budget,
    touch: (ref) => {
      world.blockRows.touch(ref);
      const last = writes.findLast((write) => write.ref === ref);
      if (last) world.callOffs.writeElsewhere(world.callOffs.idOf(ref), last.state);
    },
  };
};

/** What was asked first is answered for ever. */
const once = (ask: ProviderRegister['facts']): ProviderRegister['facts'] => {
  let first: ReturnType<ProviderRegister['facts']> | undefined;
  return (ref, age) => {
    first ??= ask(ref, age);
    return first;
  };
};

/** Whoever approves for one school approves for the other. */
const membersOfAll =
  ({ members }: BuyerRegister): BuyerRegister['members'] =>
  async (ref, age) => {
    const others = await members(otherThan(ref).ref, age);
    return [...(await members(ref, age)), ...others.map((member) => ({ ...member, buyerRef: ref }))];
  };

/** The steps of a request with other approvers: made of its own and of those of the other school. */
const withApprovers = (
  { approvals, request }: CallOff,
  change: (own: readonly Person[], others: readonly Person[]) => readonly Person[],
): CallOff['approvals'] => {
  const others = otherThan(request.buyerRef).approvers;
  return approvals.map((step) => ({ ...step, approvers: change(step.approvers, others) })) as never;
};

/**
 * A list of records that tells of every write that it took. `overwrites`: it takes one over a state that somebody else has moved; `loses`: it says that it took
 * one, and did not.
 */
const noting = <State>(
  records: RecordRegister<State>,
  note: (state: State, before: State | undefined) => void,
  { overwrites = false, loses }: { readonly overwrites?: boolean; readonly loses?: (state: State) => boolean } = {},
): RecordRegister<State> => {
  const noted = (outcome: WriteOutcome<State>, before?: State): WriteOutcome<State> => {
    if (outcome.ok) note(outcome.stored.state, before);
    return outcome;
  };
  return {
    ...records,
    add: async (state) => noted(await records.add(state)),
    save: async (present, next) => {
      if (loses?.(next)) return { ok: true, stored: { ...present, state: next } };
      const now = overwrites ? ((await records.get(present.itemId)) ?? present) : present;
      return noted(await records.save(now, next), present.state);
    },
  };
};

const refAnew = (ref: string, made: number): string => `${ref.slice(0, -2)}${String(made % 100).padStart(2, '0')}`;
