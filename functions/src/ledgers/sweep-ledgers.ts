import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { needsSettling } from '@ap/shared/domain/ledgers/hold-share';
import { holderListOf } from '@ap/shared/domain/ledgers/holder-list';
import { type Ledger, ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import { type HeldOf, ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { type Holder, holderOf, shareFacts, sharesOfBlock } from '../commands/holders.ts';
import {
  freeBlockReservations,
  freeReservations,
  type Seen,
  type SettleNeeds,
  settleIn,
  settleLedgers,
} from '../commands/settle-ledgers.ts';
import type { Performed } from '../effects/performed.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { watchValues } from './watch-values.ts';

type Needs = SettleNeeds & Pick<Ports, 'providers' | 'policies' | 'effects' | 'log'>;

/** An order as its approval made it: it holds what was reserved for it and nothing besides, so that all it lacks is that its shares are called confirmed. */
const isAsApproved = ({ order, offers = [], request }: CallOff): boolean =>
  order?.state === 'awaiting-provider' && order.plan === undefined && offers.length === 0 && request.blockRef === undefined;

/**
 * What follows from every step of a call-off that changes what it holds: its shares are made what it says by now. Those of an order that was just made are left to the
 * sweep of ledgers, which confirms all of a minute in one write for each ledger: an open share counts as taken like any other.
 */
export const settleLedgersOf =
  (ports: SettleNeeds) =>
  async ({ callOff }: StoredCallOff): Promise<Performed> => {
    if (isAsApproved(callOff)) return { state: 'done', reason: 'left-to-sweep' };
    await settleLedgers(ports, callOff);
    return { state: 'done' };
  };

export interface LedgerSweepReport {
  /** Shares of orders that were made since, confirmed. */
  readonly confirmed: number;
  readonly freed: number;
  readonly settled: number;
  /** Crossings of a mark of a framework's value that were noted. */
  readonly crossed: number;
}

/**
 * Confirms the shares of orders that were made since the last run, and is the safety net under the limits. Reservations that are open in two runs on end: their call-off is read, and they are confirmed or freed. Once a day
 * every share is compared with what its call-off was last known to hold, and what differs is settled by what the lists say. Then the values of frameworks
 * are looked at (R34).
 */
export const sweepLedgers = (ports: Needs) => {
  let openBefore: ReadonlySet<string> = new Set();
  let recountedOn = '';
  const watch = watchValues(ports);
  return async (): Promise<LedgerSweepReport> => {
    const confirmed = await confirmOrdered(ports);
    const ledgers = (await ports.ledgers.known()).map(({ state }) => state);
    const open = ledgers.flatMap(({ ref, shares }) =>
      shares.flatMap(({ subject, state, over = '' }) => (state === 'open' ? [{ ref, subject, mark: `${ref} ${subject} ${over}` }] : [])),
    );
    const stale = open.filter(({ mark }) => openBefore.has(mark));
    openBefore = new Set(open.map(({ mark }) => mark));
    for (const { ref, subject } of stale) await freeOne(ports, ref, subject);
    const today = toLondonDate(ports.clock.now());
    let settled = 0;
    if (recountedOn !== today) {
      settled = await recount(ports, ledgers);
      recountedOn = today;
    }
    const report = { confirmed, freed: stale.length, settled, crossed: await watch() };
    if (report.confirmed + report.freed + report.settled + report.crossed > 0) ports.log.event('info', 'ledgers-swept', { ...report });
    return report;
  };
};

/** More than so many orders in a minute wait for the next run. */
const mostConfirmed = 100;

/**
 * The open shares of call-offs that are known to be ordered: every one is read once, after all ledgers were looked at, and each ledger is written once. What is known
 * says only where to look. Answers how many orders they were of.
 */
const confirmOrdered = async (ports: SettleNeeds): Promise<number> => {
  const ledgers = await ports.ledgers.known();
  const ordered = new Set((await ports.callOffs.known()).filter(({ callOff }) => isAsApproved(callOff)).map(({ callOff }) => callOff.ref));
  const openIn = ({ shares }: Ledger): readonly string[] =>
    shares.filter(({ subject, state }) => state === 'open' && ordered.has(subject)).map(({ subject }) => subject);
  const subjects = [...new Set(ledgers.flatMap(({ state }) => openIn(state)))].slice(0, mostConfirmed);
  const holders = new Map<string, Holder | undefined>();
  for (const subject of subjects) holders.set(subject, await holderOf(ports, subject));
  const seen: Seen = { eTags: new Map(ledgers.map(({ state, eTag }) => [state.ref, eTag])), holders };
  for (const { state } of ledgers) {
    const those = openIn(state).filter((subject) => holders.has(subject));
    if (those.length > 0) await settleIn(ports, state.ref, those, seen);
  }
  return subjects.length;
};

const freeSubject = async (ports: SettleNeeds, subject: string): Promise<void> => {
  if (holderListOf(subject) === 'BlockPurchases') {
    const found = await ports.blockPurchases.find(subject);
    return found && freeBlockReservations(ports, found.state);
  }
  const found = await ports.callOffs.find(subject);
  return found && freeReservations(ports, found.callOff);
};

const freeOne = async (ports: SettleNeeds, ref: string, subject: string): Promise<void> => {
  if ((await settleIn(ports, ref, [subject])) === 'settled') return;
  await freeSubject(ports, subject);
  await settleIn(ports, ref, [subject]);
};

/** Every share against every call-off and block purchase, as last known: costs no request but for what differs. Answers how many did. */
const recount = async (ports: SettleNeeds, ledgers: readonly Ledger[]): Promise<number> => {
  const byRef = new Map(ledgers.map((ledger) => [ledger.ref, ledger]));
  let differing = 0;
  const compare = async (subject: string, shares: readonly HeldOf[]): Promise<void> => {
    for (const { id, holding, finished } of shares) {
      const ledger = byRef.get(ledgerRef(id));
      if (!ledger || !needsSettling(ledger, { subject, holding, finished })) continue;
      await settleIn(ports, ledger.ref, [subject]);
      differing += 1;
    }
  };
  for (const { callOff } of await ports.callOffs.known())
    if (callOff.status === 'ordered')
      await compare(callOff.ref, ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef)));
  for (const { state } of await ports.blockPurchases.known()) await compare(state.ref, await sharesOfBlock(ports, state));
  return differing;
};
