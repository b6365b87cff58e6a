import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import { theProduct } from '../../people/person.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { tenderRoles } from '../role.ts';
import { given, tenderNow } from '../tender.fixture.ts';
import { decidePriceBook } from './decide-price-book.ts';
import type { PriceBook } from './price-book.ts';
import type { PriceBookCommand, PriceBookFacts, ReservePrices } from './price-book-command.ts';
import type { PriceLine } from './price-line.ts';
import type { FrameworkPriceTerms } from './price-period.ts';

/** Eight years with two price periods of four. */
export const eightYears: FrameworkPriceTerms = {
  liveFrom: localDate('2026-09-01'),
  expiresOn: localDate('2034-08-31'),
  pricePeriodMonths: 48,
};

/** £40 an hour. */
export const aPriceLine = (told: Partial<PriceLine> = {}): PriceLine => ({
  serviceRef: 'S-00001',
  lotKey: 'AP-2026-1',
  unit: 'hour',
  price: pence(4_000),
  ...told,
});

export const bookFacts = (told: Partial<PriceBookFacts> = {}): PriceBookFacts => ({
  roles: tenderRoles,
  terms: eightYears,
  award: 'countersigned',
  ...told,
});

export const aReservation = (told: Partial<ReservePrices> = {}): ReservePrices => ({
  ...given(theProduct),
  kind: 'reserve-prices',
  frameworkRef: 'AP-2026',
  providerRef: 'P-0001',
  awardRef: 'AW-1',
  from: localDate('2026-12-01'),
  lines: [aPriceLine()],
  ...told,
});

export const tryBook = (book: PriceBook | undefined, command: PriceBookCommand, told: Partial<PriceBookFacts> = {}) =>
  decidePriceBook(book, command, bookFacts(told), tenderNow);

/** A book with the prices of one award, approved until 31 August 2030. */
export const aBook = (lines: readonly PriceLine[] = [aPriceLine()]): PriceBook => {
  const reserved = acceptedTender(tryBook(undefined, aReservation({ lines }))).state;
  return acceptedTender(tryBook(reserved, { ...given(theProduct), kind: 'confirm-prices', awardRef: 'AW-1' })).state;
};
