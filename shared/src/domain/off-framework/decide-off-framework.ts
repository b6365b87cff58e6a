import { type Change, deciderOf } from '../call-off/decider.ts';
import { addMonths, isLocalDate, localDate, toLondonDate } from '../days/local-date.ts';
import { formatMoney } from '../money/money.ts';
import { type PupilIdentity, screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { OffFrameworkAction } from './off-framework-action.ts';
import {
  type CommandOnPurchase,
  type DeclarePurchase,
  type OffFrameworkFacts,
  type OffFrameworkRole,
  offFrameworkRoleNames,
} from './off-framework-command.ts';
import {
  longestBecause,
  longestBought,
  longestProviderName,
  monthsAhead,
  monthsBack,
  monthWords,
  mostMonths,
  providerNameMayHold,
} from './off-framework-limits.ts';
import { offFrameworkMachine } from './off-framework-machine.ts';
import {
  monthsFrom,
  type OffFrameworkPurchase,
  type OffFrameworkText,
  type OffFrameworkWork,
  offFrameworkReasonWords,
} from './off-framework-purchase.ts';

type Outcome = Change<OffFrameworkPurchase, OffFrameworkWork> | Refusal;
type Of<K extends CommandOnPurchase['kind']> = Extract<CommandOnPurchase, { readonly kind: K }>;

const whyNotWords = (
  text: string,
  longest: number,
  missing: string,
  field: string,
  may?: readonly PupilIdentity[],
): Refusal | undefined => {
  if (text.trim() === '') return refused('text-required', missing, field);
  if (text.trim().length > longest) return refused('text-too-long', `Enter ${longest.toLocaleString('en-GB')} characters or fewer.`, field);
  const screened = screenFreeText(text, may);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, field);
};

const monthAway = (now: string, months: number): string => addMonths(localDate(`${toLondonDate(now).slice(0, 7)}-01`), months).slice(0, 7);

const whyNotMonths = ({ from, to }: OffFrameworkText, now: string): Refusal | undefined => {
  const bad = [from, to].findIndex((month) => !isLocalDate(`${month}-01`));
  if (bad >= 0) return refused('dates-not-allowed', 'Choose a month.', bad === 0 ? '/purchase/from' : '/purchase/to');
  if (to < from) return refused('dates-not-allowed', 'The last month must not be before the first.', '/purchase/to');
  if (from < monthAway(now, -monthsBack))
    return refused('dates-not-allowed', `Declare what began in ${monthWords(monthAway(now, -monthsBack))} or later.`, '/purchase/from');
  if (to > monthAway(now, monthsAhead))
    return refused('dates-not-allowed', `Declare what ends by ${monthWords(monthAway(now, monthsAhead))}.`, '/purchase/to');
  if (monthsFrom(from, to).length > mostMonths)
    return refused('dates-not-allowed', `Declare at most ${mostMonths} months at once; declare the rest apart.`, '/purchase/to');
  return undefined;
};

/** Why what a buyer says is not taken, by the first thing that is wrong. */
export const whyNotPurchase = (
  purchase: OffFrameworkText,
  { lotKeys }: Pick<OffFrameworkFacts, 'lotKeys'>,
  now: string,
): Refusal | undefined => {
  const { lotKey, bought, providerName, net, reason, because = '' } = purchase;
  return (
    (lotKey !== undefined && !lotKeys.includes(lotKey)
      ? refused('lot-not-known', 'Choose a lot of the list.', '/purchase/lotKey')
      : undefined) ??
    whyNotWords(bought, longestBought, 'Enter what was bought.', '/purchase/bought') ??
    whyNotWords(providerName, longestProviderName, 'Enter who provides it.', '/purchase/providerName', providerNameMayHold) ??
    (net <= 0 ? refused('number-not-allowed', 'Enter what it costs in all, more than nothing.', '/purchase/net') : undefined) ??
    whyNotMonths(purchase, now) ??
    (because.trim() === '' && reason !== 'other'
      ? undefined
      : whyNotWords(because, longestBecause, 'Enter why it was bought outside the framework.', '/purchase/because'))
  );
};

const kept = ({ lotKey, bought, providerName, net, from, to, reason, because = '' }: OffFrameworkText): OffFrameworkText => ({
  ...(lotKey === undefined ? {} : { lotKey }),
  bought: bought.trim(),
  providerName: providerName.trim(),
  net,
  from,
  to,
  reason,
  ...(because.trim() === '' ? {} : { because: because.trim() }),
});

const declarePurchase = ({ ref, buyerRef, purchase, by }: DeclarePurchase, facts: OffFrameworkFacts, now: string): Outcome =>
  whyNotPurchase(purchase, facts, now) ?? {
    state: { ref, buyerRef, ...kept(purchase), status: 'declared', declaredBy: by },
    what: `Declared: ${formatMoney(purchase.net)}`,
  };

/** What each part said before, where it says something else now. */
const saidBefore = (before: OffFrameworkText, after: OffFrameworkText): readonly string[] => {
  const parts: readonly (readonly [string, (of: OffFrameworkText) => string])[] = [
    ['lot', ({ lotKey = 'none' }) => lotKey],
    ['what', ({ bought }) => bought],
    ['provider', ({ providerName }) => providerName],
    ['cost', ({ net }) => formatMoney(net)],
    ['first month', ({ from }) => monthWords(from)],
    ['last month', ({ to }) => monthWords(to)],
    ['reason', ({ reason }) => offFrameworkReasonWords[reason]],
    ['why', ({ because = 'nothing' }) => because],
  ];
  return parts.flatMap(([name, of]) => (of(before) === of(after) ? [] : [`${name} was ${of(before)}`]));
};

const correctPurchase = (
  present: OffFrameworkPurchase,
  { purchase, by }: Of<'correct-purchase'>,
  facts: OffFrameworkFacts,
  now: string,
): Outcome => {
  const refusal = whyNotPurchase(purchase, facts, now);
  if (refusal) return refusal;
  const { ref, buyerRef, status } = present;
  const text = kept(purchase);
  const changes = saidBefore(present, text);
  if (changes.length === 0) return refused('nothing-proposed', 'Nothing of it changes. Change what is wrong, or leave it as it is.');
  return { state: { ref, buyerRef, status, ...text, declaredBy: by }, what: 'Corrected', comment: changes.join('; ') };
};

const withdrawPurchase = (present: OffFrameworkPurchase, { reason }: Of<'withdraw-purchase'>): Outcome =>
  whyNotWords(reason, longestBecause, 'Enter why it is withdrawn.', '/reason') ?? {
    state: { ...present, status: 'withdrawn', withdrawnBecause: reason.trim() },
    what: 'Withdrawn',
    comment: reason.trim(),
  };

/** Row 71: decides one command about a purchase outside the framework. */
export const decideOffFramework = deciderOf<
  OffFrameworkPurchase,
  DeclarePurchase,
  CommandOnPurchase,
  OffFrameworkRole,
  OffFrameworkAction,
  OffFrameworkFacts,
  OffFrameworkWork,
  Refusal
>(
  offFrameworkMachine,
  offFrameworkRoleNames,
  { 'declare-purchase': declarePurchase },
  { 'correct-purchase': correctPurchase, 'withdraw-purchase': withdrawPurchase },
);
