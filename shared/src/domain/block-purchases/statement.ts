import { compareDates, formatDate, isInstant, isLocalDate, toLondonDate } from '../days/local-date.ts';
import { bandsFault, mostUnits } from '../money/volume-bands.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { BlockFacts, RegisteredTerms } from './block-command.ts';
import type { BlockPlan, BlockStatement, BlockTerms } from './block-purchase.ts';

const termsOf = (registered: BlockTerms): BlockTerms => {
  const { serviceRef, frameworkRef, lotKey, providerRef, rateRef, rateHash, unit, vatBasisPoints } = registered;
  // Built field by field, so that two of them can be compared as text.
  const bands = registered.bands.map(({ fromUnits, unitPrice }) => ({ fromUnits, unitPrice }));
  return { serviceRef, frameworkRef, lotKey, providerRef, rateRef, rateHash, unit, bands, vatBasisPoints };
};

/** What is stated: the lead's plan on the service as the register has it now. Or why the two do not make a block purchase. */
export const stateBlock = (plan: BlockPlan, { terms }: BlockFacts, now: string): BlockStatement | Refusal => {
  if (!terms) return refused('service-not-known', 'This service has no price that holds.', '/serviceRef');
  const { minimumUnits, closesAt, usableFrom, usableTo, unused } = plan;
  return termsFault(terms) ?? planFault(plan, terms, now) ?? { ...termsOf(terms), minimumUnits, closesAt, usableFrom, usableTo, unused };
};

/** Whether the register still says what the statement says. */
export const isStillStated = (statement: BlockStatement, registered: RegisteredTerms): boolean =>
  JSON.stringify(termsOf(statement)) === JSON.stringify(termsOf(registered));

export const notOrderable = (): Refusal =>
  refused('provider-not-orderable', 'This service cannot be ordered at present. Ring the commissioning team.');

const termsFault = (terms: RegisteredTerms): Refusal | undefined => {
  if (!terms.orderable) return notOrderable();
  const [first, ...volume] = terms.bands;
  if (!first || volume.length === 0)
    return refused(
      'no-volume-bands',
      'This service has no volume prices, so there is nothing to gain by buying it in a block.',
      '/serviceRef',
    );
  const fault = bandsFault(first.unitPrice, volume);
  return fault === undefined
    ? undefined
    : refused('no-volume-bands', `The volume prices of this service are in error. ${fault}`, '/serviceRef');
};

const planFault = (plan: BlockPlan, terms: RegisteredTerms, now: string): Refusal | undefined => {
  const { minimumUnits, closesAt, usableFrom, usableTo } = plan;
  if (!Number.isInteger(minimumUnits) || minimumUnits < 1 || minimumUnits > mostUnits)
    return refused('number-not-allowed', 'Enter the fewest units as a whole number from 1 to 100,000.', '/plan/minimumUnits');
  if (!isInstant(closesAt)) return refused('dates-not-allowed', 'Enter the day and the time at which pledges close.', '/plan/closesAt');
  if (Date.parse(closesAt) <= Date.parse(now))
    return refused('dates-not-allowed', 'Enter a closing time that lies ahead.', '/plan/closesAt');
  if (!isLocalDate(usableFrom)) return refused('dates-not-allowed', 'Enter the first day on which units are used.', '/plan/usableFrom');
  if (!isLocalDate(usableTo)) return refused('dates-not-allowed', 'Enter the last day on which units are used.', '/plan/usableTo');
  if (compareDates(usableFrom, toLondonDate(closesAt)) <= 0)
    return refused('dates-not-allowed', 'Units are used from a day after pledges close.', '/plan/usableFrom');
  if (compareDates(usableTo, usableFrom) < 0)
    return refused('dates-not-allowed', 'The last day of use cannot be before the first.', '/plan/usableTo');
  if (compareDates(usableFrom, terms.priceFrom) < 0)
    return refused('dates-not-allowed', `These prices hold from ${formatDate(terms.priceFrom)}.`, '/plan/usableFrom');
  if (compareDates(usableTo, terms.priceTo) > 0)
    return refused('dates-not-allowed', `These prices hold until ${formatDate(terms.priceTo)}.`, '/plan/usableTo');
  return compareDates(usableTo, terms.lotExpiresOn) > 0
    ? refused('dates-not-allowed', `The lot ends on ${formatDate(terms.lotExpiresOn)}.`, '/plan/usableTo')
    : undefined;
};
