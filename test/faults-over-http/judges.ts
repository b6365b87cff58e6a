import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { samePerson } from '@ap/shared/domain/people/person';
import type { Broken } from '../simulation/invariants/all.ts';
import { commandInvariants } from '../simulation/invariants/commands.ts';
import { effectInvariants } from '../simulation/invariants/effects.ts';
import { holdInvariants } from '../simulation/invariants/holds.ts';
import { outsideInvariants } from '../simulation/invariants/outside.ts';
import { commissioners } from './council-over-http.ts';
import { nothingWithoutWrite } from './nothing-without-its-write.ts';
import { yearsOfBudgets } from './schools.ts';
import type { SeenHistory } from './seen-from-outside.ts';
import type { RowsSeen } from './seen-rows.ts';

/**
 * The judges of the simulation in one process, but for those that must see which effect a message left for (I18, I19) or that know the people and limits of its
 * one council (I6, I7, I16).
 */
const { I18: _I18, I19: _I19, ...effects } = effectInvariants;
const { I16: _I16, ...holds } = holdInvariants;
const theSame = { ...commandInvariants, ...effects, ...holds, ...outsideInvariants };

/** What is left to be explained by what went wrong in a history: a try that was cut off, a message that came twice, an answer that was lost. */
export interface Disturbed {
  readonly times: number;
}

const holding = ['awaiting-provider', 'accepted', 'active', 'paused', 'notice-given'];
const held = ({ status, order, price }: CallOff): number =>
  status === 'ordered' && order && holding.includes(order.state) ? price.net : 0;
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Receipts of cards name the message: each is there, and none is there that no receipt names, but for copies that can be explained. */
const messages = ({ ended, receipts, cards }: SeenHistory, { times }: Disturbed): readonly string[] => {
  const wrong: string[] = [];
  const named = new Set(receipts.flatMap(({ sent }) => (sent ? [sent.activityId] : [])));
  for (const id of named) if (!cards.some((card) => card.id === id)) wrong.push(`a receipt names the card ${id}, which nobody has`);
  const extra = cards.filter(({ id, summary }) => !named.has(id) && /CO-|AP-/.test(summary));
  const orders = new Map<string, number>();
  for (const { by, title } of ended.journal.sent)
    if (by === 'mail' && /^Order AP-/.test(title)) orders.set(title, (orders.get(title) ?? 0) + 1);
  const again = sum([...orders.values()].map((count) => count - 1));
  if (extra.length + again > times)
    wrong.push(
      `${again} mails of an order and ${extra.length} cards (${extra.map(({ summary }) => summary).join('; ')}) left again, where ${times} can be explained`,
    );
  return wrong;
};

/** In the end ledgers count what is ordered, to the penny, and reserve nothing; and no budget is passed. */
const money = async (rows: RowsSeen, { ended, register: all }: SeenHistory, buyerRef: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const compare = async (what: string, refs: readonly string[], orders: readonly CallOff[]): Promise<void> => {
    const found = await Promise.all(refs.map(rows.ledger));
    const shares = found.flatMap((ledger) => ledger?.shares ?? []);
    const expected = sum(orders.map(held));
    const counted = sum(found.map((ledger) => ledger?.finished ?? 0)) + sum(shares.map(({ amount }) => amount));
    if (counted !== expected) wrong.push(`${what} counts ${counted} pence where ${expected} are ordered`);
    const open = shares.filter(({ state }) => state === 'open');
    if (open.length > 0) wrong.push(`${what} still reserves for ${open.map(({ subject }) => subject).join(', ')}`);
  };
  for (const frameworkRef of new Set(all.map((each) => each.frameworkRef)))
    await compare(
      frameworkRef,
      [`FV-${frameworkRef}`],
      all.filter((each) => each.frameworkRef === frameworkRef),
    );
  const { budget } = ended.stored;
  if (budget === undefined) return wrong;
  const ours = all.filter(({ request }) => request.buyerRef === buyerRef);
  await compare(
    `the budget of ${buyerRef}`,
    yearsOfBudgets.map((year) => `BU-${buyerRef}-${year}`),
    ours,
  );
  if (sum(ours.map(held)) > budget) wrong.push(`more than the budget of ${budget} pence is ordered`);
  return wrong;
};

/** Order numbers are given once in the whole register. */
const numbersTwice = ({ register }: SeenHistory): readonly string[] => {
  const numbers = register.flatMap(({ order }) => (order ? [order.number] : []));
  return numbers.filter((number, at) => numbers.indexOf(number) !== at).map((number) => `order ${number} was made twice`);
};

/** A hold that a commissioner placed is lifted by another one, with a reason. */
const liftedByOther = ({ ended }: SeenHistory): readonly string[] =>
  (ended.stored.standings.at(-1)?.state.holds ?? []).flatMap(({ ref, cause, lifted, placedBy }) => {
    if (!lifted || cause !== 'commissioner') return [];
    const isDue = commissioners.some((known) => samePerson(known, lifted.by)) && !samePerson(lifted.by, placedBy) && lifted.reason !== '';
    return isDue ? [] : [`${ref} was lifted by ${lifted.by.name}, who had placed it, has no such role or gave no reason`];
  });

const chainBreaks = ({ chain, ended }: SeenHistory): readonly string[] => {
  if (!chain.ok) return [`the audit log is broken at line ${chain.line} of ${chain.blob}: ${chain.why}`];
  const refs = new Set(ended.stored.writes.map(({ ref }) => ref));
  return chain.gaps.filter(({ subject }) => refs.has(subject)).map(({ subject, version }) => `no event tells of v${version} of ${subject}`);
};

/** Every promise that was not kept in a history, as far as it is seen from outside. */
export const brokenPromises = async (
  rows: RowsSeen,
  seen: SeenHistory,
  disturbed: Disturbed,
  buyerRef: string,
): Promise<readonly Broken[]> => {
  const broken: Broken[] = seen.ended.journal.broken.map((what) => ({ invariant: 'unforeseen', what }));
  const add = (invariant: string, found: readonly string[]): void => {
    for (const what of found) broken.push({ invariant, what });
  };
  for (const [invariant, look] of Object.entries(theSame)) add(invariant, await look(seen.ended));
  add('I5 chain', chainBreaks(seen));
  add('I7 ledgers', await money(rows, seen, buyerRef));
  add('I11 numbers', numbersTwice(seen));
  add('I16 lifted', liftedByOther(seen));
  add('I18 messages', messages(seen, disturbed));
  add('I19 writes', nothingWithoutWrite(seen));
  return broken;
};
