import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Write } from '../stored-state.ts';
import type { Ended, Invariant } from './invariant.ts';

const lastOf = ({ stored }: Ended): ReadonlyMap<string, Write> => new Map(stored.writes.map((write) => [write.ref, write]));
const owns = ({ applied }: Write, owner: string): boolean => applied.some((id) => id.startsWith(`${owner}.`));
/** Commands to the standing of the provider and to a block purchase are remembered there. */
const recordOwns = ({ stored: { standings, blockWrites } }: Ended, owner: string): boolean =>
  [...standings.slice(-1), ...blockWrites].some(({ state }) => state.lastCommands.some(({ id }) => id.startsWith(`${owner}.`)));
/** The writes that applied a command of this owner. */
const applications = ({ stored }: Ended, owner: string): readonly Pick<Write, 'turn'>[] => [
  ...stored.writes.filter(({ state, over }) => state.version > over && state.lastCommands.at(-1)?.startsWith(`${owner}.`)),
  ...stored.blockWrites.filter(({ state, over }) => state.version > over && state.lastCommands.at(-1)?.id.startsWith(`${owner}.`)),
];
const owners = ({ journal }: Ended) => {
  const by = new Map<string, typeof journal.entries>();
  for (const entry of journal.entries) by.set(entry.owner, [...(by.get(entry.owner) ?? []), entry]);
  return by;
};

/** The table of the states of a request, from the words of the reference (domain 5): what may follow what. */
const mayFollow: Readonly<Record<CallOff['status'], readonly CallOff['status'][]>> = {
  'awaiting-approval': ['awaiting-approval', 'returned', 'rejected', 'withdrawn', 'ordered'],
  returned: ['returned', 'awaiting-approval', 'withdrawn'],
  rejected: ['rejected'],
  withdrawn: ['withdrawn', 'awaiting-approval', 'returned'],
  ordered: ['ordered', 'awaiting-approval'],
};

/** The same of a block purchase, from the words of the reference (rows 51 to 54). */
const blockMayFollow: Readonly<Record<BlockPurchase['status'], readonly BlockPurchase['status'][]>> = {
  draft: ['draft', 'gathering', 'cancelled'],
  gathering: ['gathering', 'closed', 'lapsed', 'cancelled'],
  closed: ['offered', 'declined'],
  offered: ['confirmed', 'declined'],
  confirmed: ['drawing'],
  drawing: ['drawing', 'exhausted', 'expired'],
  exhausted: ['exhausted', 'drawing', 'settled'],
  expired: ['expired', 'settled'],
  lapsed: [],
  cancelled: [],
  declined: [],
  settled: [],
};
/** These look once more when they were refused, to free what they had reserved, as every click on a card does: they are judged by when they began. */
const reserving = ['decide-approve', 'approve-pledge', 'accept-transfer'];

/** Commands of some kinds that were applied more than once, or whose repeat was answered otherwise. */
const repeats = (ended: Ended, concerns: (kind: string) => boolean): readonly string[] => {
  const twice: string[] = [];
  for (const [owner, entries] of owners(ended)) {
    const [one] = entries;
    if (!one || !concerns(one.kind)) continue;
    const times = applications(ended, owner).length;
    if (times > 1) twice.push(`${one.kind} ${one.key} was applied ${times} times`);
    const answers = new Set(entries.flatMap(({ outcome }) => (outcome.how === 'ok' ? [outcome.ref] : [])));
    if (answers.size > 1) twice.push(`${one.kind} ${one.key} was answered with ${[...answers].join(' and ')}`);
    const appliedAt = applications(ended, owner)[0]?.turn ?? Number.POSITIVE_INFINITY;
    for (const { key, kind, outcome, begun, lookedAt } of entries)
      if (
        outcome.how === 'refused' &&
        appliedAt < (reserving.includes(kind) || key.startsWith('card-') ? begun : lookedAt) &&
        !entries.some((other) => other.key !== key)
      )
        twice.push(`${kind} ${key} was done, and refused as ${outcome.code}`);
  }
  return twice;
};

/** Promises about commands: none is lost, none is half done, none is done twice. */
export const commandInvariants: Readonly<Record<string, Invariant>> = {
  I1: async (ended) => {
    const last = lastOf(ended);
    const lost: string[] = [];
    for (const [owner, entries] of owners(ended)) {
      const ok = entries.find(({ outcome }) => outcome.how === 'ok');
      if (ok && !/^(look|foreign)-/.test(ok.kind) && ![...last.values()].some((write) => owns(write, owner)) && !recordOwns(ended, owner))
        lost.push(`${ok.kind} ${ok.key} was answered and is nowhere`);
    }
    return lost;
  },
  I2: async (ended) => {
    const traces: string[] = [];
    for (const [owner, entries] of owners(ended))
      if (
        entries.every(({ outcome }) => outcome.how === 'refused') &&
        (ended.stored.writes.some((write) => owns(write, owner)) || recordOwns(ended, owner))
      )
        traces.push(`${entries[0]?.kind} ${entries[0]?.key} was refused and was written`);
    return traces;
  },
  I3: async ({ stored }) =>
    [...stored.writes, ...stored.blockWrites].flatMap(({ state, over }) =>
      state.version > over && !state.outbox.some(({ version }) => version === state.version)
        ? [`${state.ref} v${state.version} was written without what follows from it`]
        : [],
    ),
  I4: async ({ stored }) => {
    const ofBlocks = stored.blockWrites.flatMap(({ state }, at) => {
      const before = stored.blockWrites[at - 1]?.state;
      if (!before) return [];
      const isStep = state.version === before.version + 1 && blockMayFollow[before.status].includes(state.status);
      const isNote = state.version === before.version && state.status === before.status;
      return isStep || isNote ? [] : [`${state.ref} went from v${before.version} ${before.status} to v${state.version} ${state.status}`];
    });
    const present = new Map<string, CallOff>();
    const ofRequests = stored.writes.flatMap(({ ref, state }) => {
      const before = present.get(ref);
      present.set(ref, state);
      if (!before) return state.version === 1 ? [] : [`${ref} begins with v${state.version}`];
      const isStep = state.version === before.version + 1 && mayFollow[before.status].includes(state.status);
      const isNote = state.version === before.version && state.status === before.status;
      return isStep || isNote ? [] : [`${ref} went from v${before.version} ${before.status} to v${state.version} ${state.status}`];
    });
    return [...ofBlocks, ...ofRequests];
  },
  I11: async (ended) => {
    const decisions = new Map<string, Set<string>>();
    for (const { kind, ref, seen, owner, outcome } of ended.journal.entries)
      if (kind.startsWith('decide-') && outcome.how === 'ok' && seen) {
        const step = `${ref} round ${seen.round} step ${seen.step}`;
        decisions.set(step, (decisions.get(step) ?? new Set()).add(owner));
      }
    return [...decisions].flatMap(([step, by]) => (by.size > 1 ? [`${step} was decided ${by.size} times`] : []));
  },
  I24: async (ended) => repeats(ended, (kind) => kind !== 'submit'),
  // The same for commands that make something: the unique column and the look before it stand in for the ring.
  'I24 made once': async (ended) => repeats(ended, (kind) => kind === 'submit'),
  I30: async ({ journal }) =>
    [...new Set(journal.entries.map(({ key }) => key))]
      .filter((key) => journal.entries.every((entry) => entry.key !== key || entry.outcome.how === 'unknown'))
      .map((key) => `${key} never had an answer`),
};
