import assert from 'node:assert/strict';
import fc from 'fast-check';
import { senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { pence } from '../money/money.ts';
import { reserveShare, settleShare } from './hold-share.ts';
import { type Ledger, newLedger, nothingHeld, takenOf } from './ledger.ts';
import { packShares, unpackShares } from './pack-shares.ts';

// Writers of several processes over one ledger: every read and every write is a step of its own, in any order. A write may arrive, conflict, never arrive,
// arrive without an answer, or arrive long after its writer gave up.

const limit = 100;
interface CallOff {
  readonly state: 'waiting' | 'ordered' | 'completed' | 'ended';
  readonly amount: number;
}
interface Versioned<T> {
  readonly value: T;
  readonly version: number;
}
type Fate = 'well' | 'lost' | 'unanswered' | 'late';
type Step = (world: World, fate: Fate) => Step | undefined;

class World {
  ledger: Versioned<Ledger> = { value: newLedger({ kind: 'framework-value', of: 'F' }), version: 1 };
  readonly callOffs = new Map<string, Versioned<CallOff>>();
  readonly late: (() => boolean)[] = [];
  /** An order is over for good from the day after its making on: no approval of its request is on its way any more. */
  isNextDay = false;

  constructor(amounts: readonly number[]) {
    for (const [index, amount] of amounts.entries()) this.callOffs.set(`CO-${index}`, { value: { state: 'waiting', amount }, version: 1 });
  }
  callOff(subject: string): Versioned<CallOff> {
    const found = this.callOffs.get(subject);
    if (!found) throw new Error(subject);
    return found;
  }
  /** A conditional write with its fate; whether it was answered with success. */
  write(fate: Fate, apply: () => boolean): boolean {
    if (fate === 'late') this.late.push(apply);
    if (fate === 'lost' || fate === 'late') return false;
    const done = apply();
    return fate === 'well' && done;
  }
  saveLedger(seen: Versioned<Ledger>, next: Ledger): () => boolean {
    // What is read back is what the text in the list says.
    const shares = unpackShares(packShares(next.shares));
    if (!shares) throw new Error('not readable');
    return () => {
      if (this.ledger.version !== seen.version) return false;
      this.ledger = { value: { ...next, shares }, version: seen.version + 1 };
      return true;
    };
  }
  saveCallOff(subject: string, seen: Versioned<CallOff>, state: CallOff['state']): () => boolean {
    return () => {
      if (this.callOff(subject).version !== seen.version) return false;
      this.callOffs.set(subject, { value: { ...seen.value, state }, version: seen.version + 1 });
      return true;
    };
  }
  held(): number {
    return [...this.callOffs.values()].reduce(
      (sum, { value: { state, amount } }) => sum + (state === 'ordered' || state === 'completed' ? amount : 0),
      0,
    );
  }
}

const over = ({ version }: Versioned<CallOff>): string => `e${version}`;
const facts = { limit: { kind: 'framework-value', max: pence(limit) }, requester: senco, today: localDate('2026-11-24') } as const;

/** An approval: reads the call-off, reserves, writes the call-off; a conflict or no answer means to begin again, as the product does. */
const approve =
  (subject: string): Step =>
  (world) => {
    const seen = world.callOff(subject);
    return seen.value.state === 'waiting' ? reserve(subject, seen) : undefined;
  };
const reserve =
  (subject: string, seen: Versioned<CallOff>): Step =>
  (world) => {
    const ledger = world.ledger;
    const wanted = { ...nothingHeld, amount: pence(seen.value.amount) };
    const held = reserveShare(ledger.value, { subject, wanted, over: over(seen) }, facts);
    if (!held.ok) return undefined;
    if (held.ledger === ledger.value) return order(subject, seen);
    return (then, fate) => (then.write(fate, then.saveLedger(ledger, held.ledger)) ? order(subject, seen) : reserve(subject, seen));
  };
const order =
  (subject: string, seen: Versioned<CallOff>): Step =>
  (world, fate) =>
    world.write(fate, world.saveCallOff(subject, seen, 'ordered')) ? undefined : approve(subject);

/** The effect and the sweep: the ledger is read first, then the call-off, then the ledger is written. */
const settle =
  (subject: string): Step =>
  (world) => {
    const ledger = world.ledger;
    return (then) => {
      const seen = then.callOff(subject);
      const { state, amount } = seen.value;
      const holds = state === 'ordered' || state === 'completed';
      const next = settleShare(ledger.value, {
        subject,
        holding: { ...nothingHeld, amount: pence(holds ? amount : 0) },
        finished: state === 'completed' && then.isNextDay,
        now: over(seen),
      });
      if (next === ledger.value) return undefined;
      return (last, fate) => {
        last.write(fate, last.saveLedger(ledger, next));
        return undefined;
      };
    };
  };
const becomes =
  (subject: string, state: 'completed' | 'ended'): Step =>
  (world) => {
    const seen = world.callOff(subject);
    if (seen.value.state === 'ordered') world.saveCallOff(subject, seen, state)();
    return undefined;
  };
/** The sweep writes a call-off as it is, so that no write over its earlier state can come any more. */
const touch =
  (subject: string): Step =>
  (world) => {
    const seen = world.callOff(subject);
    world.saveCallOff(subject, seen, seen.value.state)();
    return undefined;
  };

const writers = 3;
const subject = (index: number): string => `CO-${index % writers}`;
const starts: readonly ((index: number) => Step)[] = [
  (index) => approve(subject(index)),
  (index) => approve(subject(index)),
  (index) => settle(subject(index)),
  (index) => becomes(subject(index), 'completed'),
  (index) => becomes(subject(index), 'ended'),
  (index) => touch(subject(index)),
];
const event = fc.record({
  begin: fc.option(fc.record({ what: fc.nat(starts.length - 1), of: fc.nat(writers - 1) }), { freq: 3 }),
  next: fc.nat(30),
  fate: fc.constantFrom<Fate>('well', 'well', 'well', 'lost', 'unanswered', 'late'),
  arrives: fc.boolean(),
});

test('R34: no interleaving of writers passes the limit, and when all has drained the shares are what the call-offs hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 30, max: 70 }), { minLength: writers, maxLength: writers }),
      fc.array(event, { minLength: 30, maxLength: 90 }),
      (amounts, events) => {
        const world = new World(amounts);
        const running: Step[] = [];
        for (const { begin, next, fate, arrives } of events) {
          const start = begin && starts[begin.what];
          if (start && running.length < 6) running.push(start(begin.of));
          if (arrives) world.late.shift()?.();
          const [step] = running.length > 0 ? running.splice(next % running.length, 1) : [];
          const rest = step?.(world, fate);
          if (rest) running.push(rest);
          assert.ok(world.held() <= limit);
          // Nothing that a call-off holds is ever missing in its ledger.
          if (takenOf(world.ledger.value) < world.held()) throw new Error(`${takenOf(world.ledger.value)} for ${world.held()}`);
        }
        drain(world);
        assert.ok(world.held() <= limit);
        assert.equal(takenOf(world.ledger.value), world.held());
        expect(world.ledger.value.shares.filter(({ state }) => state === 'open')).toEqual([]);
        expect(world.ledger.value.shares.map((share) => share.subject).sort()).toEqual(
          [...world.callOffs]
            .filter(([, { value }]) => value.state === 'ordered')
            .map(([name]) => name)
            .sort(),
        );
      },
    ),
    { numRuns: 500 },
  );
});

/** Every write that was on its way has arrived, and the sweep has looked at every call-off twice. */
const drain = (world: World): void => {
  while (world.late.length > 0) world.late.shift()?.();
  world.isNextDay = true;
  for (const name of [...world.callOffs.keys(), ...world.callOffs.keys()]) {
    touch(name)(world, 'well');
    let step: Step | undefined = settle(name);
    while (step) step = step(world, 'well');
  }
};
