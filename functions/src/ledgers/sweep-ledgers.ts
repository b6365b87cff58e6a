import { needsSettling } from '@ap/shared/domain/ledgers/hold-share';
import { holderListOf } from '@ap/shared/domain/ledgers/holder-list';
import { type Ledger, ledgerRef } from '@ap/shared/domain/ledgers/ledger';
import { type HeldOf, ledgerSharesOf } from '@ap/shared/domain/ledgers/shares-of-call-off';
import { toLondonDate } from '@ap/shared/domain/local-date';
import { shareFacts, sharesOfBlock } from '../commands/holders.ts';
import { freeBlockReservations, freeReservations, type SettleNeeds, settleIn, settleLedgers } from '../commands/settle-ledgers.ts';
import type { Performed } from '../effects/performed.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import { watchValues } from './watch-values.ts';

type Needs = SettleNeeds & Pick<Ports, 'providers' | 'policies' | 'effects' | 'log'>;

/** What follows from every step of a call-off that changes what it holds: its shares are made what it says by now. */
export const settleLedgersOf =
  (ports: SettleNeeds) =>
  async ({ callOff }: StoredCallOff): Promise<Performed> => {
    await settleLedgers(ports, callOff);
    return { state: 'done' };
  };

export interface LedgerSweepReport {
  readonly freed: number;
  readonly settled: number;
  /** Crossings of a mark of a framework's value that were noted. */
  readonly crossed: number;
}

/**
 * The safety net under the limits. Reservations that are open in two runs on end: their call-off is read, and they are confirmed or freed. Once a day
 * every share is compared with what its call-off was last known to hold, and what differs is settled by what the lists say. Then the values of frameworks
 * are looked at (R34).
 */
export const sweepLedgers = (ports: Needs) => {
  let openBefore: ReadonlySet<string> = new Set();
  let recountedOn = '';
  const watch = watchValues(ports);
  return async (): Promise<LedgerSweepReport> => {
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
    const report = { freed: stale.length, settled, crossed: await watch() };
    if (report.freed + report.settled + report.crossed > 0) ports.log.event('info', 'ledgers-swept', { ...report });
    return report;
  };
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
  if ((await settleIn(ports, ref, subject)) === 'settled') return;
  await freeSubject(ports, subject);
  await settleIn(ports, ref, subject);
};

/** Every share against every call-off and block purchase, as last known: costs no request but for what differs. Answers how many did. */
const recount = async (ports: SettleNeeds, ledgers: readonly Ledger[]): Promise<number> => {
  const byRef = new Map(ledgers.map((ledger) => [ledger.ref, ledger]));
  let differing = 0;
  const compare = async (subject: string, shares: readonly HeldOf[]): Promise<void> => {
    for (const { id, holding, finished } of shares) {
      const ledger = byRef.get(ledgerRef(id));
      if (!ledger || !needsSettling(ledger, { subject, holding, finished })) continue;
      await settleIn(ports, ledger.ref, subject);
      differing += 1;
    }
  };
  for (const { callOff } of await ports.callOffs.known())
    if (callOff.status === 'ordered')
      await compare(callOff.ref, ledgerSharesOf(callOff, await shareFacts(ports, callOff.request.buyerRef)));
  for (const { state } of await ports.blockPurchases.known()) await compare(state.ref, await sharesOfBlock(ports, state));
  return differing;
};
