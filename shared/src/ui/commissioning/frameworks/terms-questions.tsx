import type { FrameworkReply } from '../../../contract/rounds.ts';
import { formatDate, toLondonDate } from '../../../domain/days/local-date.ts';
import { pence, penceToPounds, poundsToPence } from '../../../domain/money/money.ts';
import { type BuyerType, buyerTypeNames, buyerTypes, defaultEligibleTypes } from '../../../domain/register/buyer-type.ts';
import { basisReasons, type DirectAwardBasis, directAwardBases } from '../../../domain/register/framework.ts';
import type { FrameworkKind, LegalRegime, PriceRule } from '../../../domain/tenders/framework/framework-terms.ts';
import type { Given, Question } from '../questions.tsx';
import { kindWords, optionsOf, priceRuleWords, regimeWords } from './framework-words.tsx';
import { instantAt, timeFault, timeOf } from './uk-time.tsx';

type Terms = FrameworkReply['terms'];

const wholeNumber = (text: string): string | undefined => (/^\d{1,4}$/.test(text) ? undefined : 'Enter a whole number');
const poundsOf = (text: string) => {
  const digits = text.replace(/[£,\s]/g, '');
  return /^\d+(\.\d{1,2})?$/.test(digits) ? poundsToPence(Number(digits)) : undefined;
};
/** What the contract takes at most. */
const mostPounds = 10_000_000;
const poundsFault = (text: string): string | undefined => {
  if (text === '') return undefined;
  const value = poundsOf(text);
  return value === undefined || penceToPounds(value) > mostPounds
    ? 'Enter an amount in pounds up to £10,000,000, such as 4,000,000'
    : undefined;
};
const keysOf = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

const competitionParts = ['portal', 'noticeId', 'evidenceUrl', 'closedAt', 'closedTime'] as const;
const isElsewhere = (given: Given): boolean => competitionParts.some((name) => given.text(name) !== '');
/** Of a competition on a portal all is told or nothing. */
const whenElsewhere =
  (missing: string, fault?: (text: string) => string | undefined) =>
  (text: string, given: Given): string | undefined => {
    if (text === '') return isElsewhere(given) ? missing : undefined;
    return fault?.(text);
  };

const aboutFramework = (terms: Terms | undefined): readonly Question[] => [
  {
    as: 'line',
    name: 'name',
    label: 'Name',
    missing: 'Enter the name of the framework',
    limit: 255,
    ...(terms && { first: terms.name }),
  },
  {
    as: 'line',
    name: 'authority',
    label: 'Contracting authority',
    missing: 'Enter the contracting authority',
    limit: 255,
    ...(terms && { first: terms.authority }),
  },
  {
    as: 'choice',
    name: 'legalRegime',
    label: 'Under which law is it let?',
    options: optionsOf(regimeWords),
    missing: 'Choose the law',
    ...(terms && { first: terms.legalRegime }),
  },
  {
    as: 'choice',
    name: 'kind',
    label: 'Do providers join later?',
    options: optionsOf(kindWords),
    missing: 'Choose whether providers join later',
    ...(terms && { first: terms.kind }),
  },
  {
    as: 'marks',
    name: 'eligibleBuyerTypes',
    label: 'Who may buy?',
    options: buyerTypes.filter((type) => type !== 'not-known').map((value) => ({ value, label: buyerTypeNames[value] })),
    first: terms ? terms.eligibleBuyerTypes : defaultEligibleTypes,
  },
  { as: 'paragraph', name: 'scope', label: 'What may be bought?', limit: 4_000, ...(terms && { first: terms.scope }) },
  {
    as: 'line',
    name: 'lotKeys',
    label: 'Lots',
    hint: 'Their references with commas between, such as AP-2027-1, AP-2027-2',
    ...(terms && { first: terms.lotKeys.join(', ') }),
  },
];

/** A framework keeps the order in which it states its grounds. */
const basesOf = (stated: readonly DirectAwardBasis[]) =>
  [...stated, ...directAwardBases.filter((basis) => !stated.includes(basis))].map((value) => ({ value, label: basisReasons[value] }));

const aboutOrders = (terms: Terms | undefined): readonly Question[] => [
  {
    as: 'choice',
    name: 'priceRule',
    label: 'How are prices kept?',
    options: optionsOf(priceRuleWords),
    missing: 'Choose how prices are kept',
    ...(terms && { first: terms.priceRule }),
  },
  {
    as: 'line',
    name: 'pricePeriodMonths',
    label: 'Price period, in months',
    missing: 'Enter the months of a price period',
    fault: wholeNumber,
    first: `${terms?.pricePeriodMonths ?? 12}`,
  },
  {
    as: 'line',
    name: 'maxValue',
    label: 'Greatest value, in pounds without VAT',
    fault: poundsFault,
    ...(terms && terms.maxValue > 0 && { first: penceToPounds(terms.maxValue).toLocaleString('en-GB') }),
  },
  {
    as: 'paragraph',
    name: 'selectionProcess',
    label: 'How are providers chosen for the framework?',
    limit: 4_000,
    ...(terms && { first: terms.selectionProcess }),
  },
  {
    as: 'marks',
    name: 'permittedBases',
    label: 'Why may a provider be chosen for an order?',
    options: basesOf(terms?.permittedBases ?? []),
    first: terms?.permittedBases ?? [],
  },
];

const aboutTime = (terms: Terms | undefined): readonly Question[] => [
  {
    as: 'day',
    name: 'liveFrom',
    label: 'First day',
    missing: 'Enter the first day',
    ...(terms && { first: formatDate(terms.liveFrom, 'plain') }),
  },
  {
    as: 'day',
    name: 'expiresOn',
    label: 'Last day',
    missing: 'Enter the last day',
    ...(terms && { first: formatDate(terms.expiresOn, 'plain') }),
  },
  {
    as: 'paragraph',
    name: 'termReason',
    label: 'Why does it last so long?',
    hint: 'Asked where the term is longer than the council usually allows',
    ...(terms?.termReason && { first: terms.termReason }),
  },
  {
    as: 'line',
    name: 'standstillWorkingDays',
    label: 'Standstill, in working days',
    missing: 'Enter the working days of standstill',
    fault: wholeNumber,
    first: `${terms?.standstillWorkingDays ?? 8}`,
  },
];

const aboutCompetition = (held: Terms['competition']): readonly Question[] => [
  {
    as: 'line',
    name: 'portal',
    label: 'Portal of the competition',
    hint: 'Only where it was held outside this service. Leave these empty where rounds are held here',
    limit: 255,
    fault: whenElsewhere('Enter the portal'),
    ...(held && { first: held.portal }),
  },
  {
    as: 'line',
    name: 'noticeId',
    label: 'Number of the notice there',
    limit: 255,
    fault: whenElsewhere('Enter the number of the notice'),
    ...(held && { first: held.noticeId }),
  },
  {
    as: 'line',
    name: 'evidenceUrl',
    label: 'Link to the evidence',
    limit: 1_000,
    fault: whenElsewhere('Enter where the evidence lies'),
    ...(held && { first: held.evidenceUrl }),
  },
  {
    as: 'day',
    name: 'closedAt',
    label: 'Day on which applications close there',
    fault: whenElsewhere('Enter the day on which applications close there'),
    ...(held && { first: formatDate(toLondonDate(held.closedAt), 'plain') }),
  },
  {
    as: 'line',
    name: 'closedTime',
    label: 'Time at which they close, in UK time',
    hint: 'Such as 12:00',
    fault: whenElsewhere('Enter the time at which they close', timeFault),
    ...(held && { first: timeOf(held.closedAt) }),
  },
];

/** What is asked of a framework (R29), with what it states now. */
export const termsQuestions = (terms?: Terms): readonly Question[] => [
  ...aboutFramework(terms),
  ...aboutOrders(terms),
  ...aboutTime(terms),
  ...aboutCompetition(terms?.competition),
];

/** The terms as they were answered. What is left out stays empty: it is asked when the framework opens. */
export const termsOf = (given: Given): Terms => {
  const value = poundsOf(given.text('maxValue'));
  return {
    name: given.text('name'),
    authority: given.text('authority'),
    legalRegime: given.text('legalRegime') as LegalRegime,
    kind: given.text('kind') as FrameworkKind,
    eligibleBuyerTypes: [...given.marks('eligibleBuyerTypes')] as BuyerType[],
    scope: given.text('scope'),
    lotKeys: keysOf(given.text('lotKeys')),
    priceRule: given.text('priceRule') as PriceRule,
    maxValue: value ?? pence(0),
    selectionProcess: given.text('selectionProcess'),
    permittedBases: [...given.marks('permittedBases')] as DirectAwardBasis[],
    standstillWorkingDays: Number(given.text('standstillWorkingDays')),
    liveFrom: given.day('liveFrom'),
    expiresOn: given.day('expiresOn'),
    pricePeriodMonths: Number(given.text('pricePeriodMonths')),
    ...given.maybe('termReason'),
    ...(isElsewhere(given)
      ? {
          competition: {
            portal: given.text('portal'),
            noticeId: given.text('noticeId'),
            evidenceUrl: given.text('evidenceUrl'),
            closedAt: instantAt(given.day('closedAt'), given.text('closedTime')),
          },
        }
      : {}),
  };
};
