import { compareDates, type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { decidePriceBook } from '@ap/shared/domain/tenders/prices/decide-price-book';
import { type PriceBook, priceBookRef } from '@ap/shared/domain/tenders/prices/price-book';
import type { PriceBookCommand, PriceBookFacts } from '@ap/shared/domain/tenders/prices/price-book-command';
import type { FrameworkPriceTerms } from '@ap/shared/domain/tenders/prices/price-period';
import type { Ports } from '../ports/ports.ts';
import { asProduct, runTender, type TenderGiver, type TenderNeeds, type Told } from '../tenders/run-tender.ts';
import { frameworkOf } from './award-facts.ts';

/** The award whose prices a book is to hold, as far as the book asks about it. */
const standingOf = async ({ tenders }: Pick<Ports, 'tenders'>, awardRef: string | undefined): Promise<PriceBookFacts['award']> => {
  const status = awardRef === undefined ? undefined : (await tenders.awards.find(awardRef))?.state.status;
  return status === 'countersigned' || status === 'set-aside' ? status : 'other';
};

/** Gives one command about the price book of a provider under a framework. */
export const commandPriceBook = async (
  ports: TenderNeeds,
  giver: TenderGiver,
  { frameworkRef, providerRef }: Pick<PriceBook, 'frameworkRef' | 'providerRef'>,
  told: Told<PriceBookCommand>,
): Promise<PriceBook> => {
  const awardRef = 'awardRef' in told ? told.awardRef : undefined;
  const ref = priceBookRef(frameworkRef, providerRef);
  const stored = await runTender(ports, 'priceBooks', { ...giver, ref, content: told }, async (present, { command, facts, now }) => {
    const { terms } = await frameworkOf(ports, frameworkRef);
    return decidePriceBook(present, { ...command, ...told }, { ...facts, terms, award: await standingOf(ports, awardRef) }, now);
  });
  return stored.state;
};

/** Prices hold from the first day of the framework; those of a later award from the day on which its agreement goes out. */
const firstDay = ({ liveFrom }: FrameworkPriceTerms, sentOn: LocalDate): LocalDate =>
  compareDates(sentOn, liveFrom) < 0 ? liveFrom : sentOn;

/** What reserves the prices of an award. */
export const reservation = (
  { ref: awardRef, frameworkRef, providerRef, prices }: Award,
  terms: FrameworkPriceTerms,
  sentOn: LocalDate,
): Told<Extract<PriceBookCommand, { kind: 'reserve-prices' }>> => ({
  kind: 'reserve-prices',
  frameworkRef,
  providerRef,
  awardRef,
  from: firstDay(terms, sentOn),
  lines: prices,
});

/** Reserves the prices of an award before its agreement goes out. */
export const reservePrices = async (ports: TenderNeeds, award: Award, sentOn: LocalDate, key: string): Promise<PriceBook> => {
  const { terms } = await frameworkOf(ports, award.frameworkRef);
  return commandPriceBook(ports, asProduct(`${award.ref} ${key}`), award, reservation(award, terms, sentOn));
};

/** The book as it would be with the prices of this award reserved, or why it cannot be: nothing is written. */
export const bookWithReserved = async (
  ports: Pick<Ports, 'tenders' | 'clock'>,
  award: Award,
  sentOn: LocalDate,
): Promise<ReturnType<typeof decidePriceBook>> => {
  const { terms } = await frameworkOf(ports, award.frameworkRef);
  const present = (await ports.tenders.priceBooks.find(priceBookRef(award.frameworkRef, award.providerRef)))?.state;
  const { by } = asProduct('');
  const command = { id: 'tried', by, receipted: new Set<string>(), ...reservation(award, terms, sentOn) };
  return decidePriceBook(present, command, { roles: ['product'], terms }, ports.clock.now());
};

/** Whether the book holds prices of this award that are not approved yet. */
export const hasReserved = (book: PriceBook | undefined, awardRef: string): boolean =>
  book?.lines.some((line) => line.awardRef === awardRef && line.state === 'reserved') ?? false;

export const todayOf = ({ clock }: Pick<Ports, 'clock'>): LocalDate => toLondonDate(clock.now());
