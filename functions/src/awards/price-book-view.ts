import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listPriceBooks as listDeclared, PriceBookReply } from '@ap/shared/contract/prices';
import { membersOf } from '@ap/shared/domain/people/membership';
import { type PersonId, personKey } from '@ap/shared/domain/people/person';
import { providerName } from '@ap/shared/domain/register/provider';
import { newestPeriod, type PriceBook } from '@ap/shared/domain/tenders/prices/price-book';
import type { PriceLine } from '@ap/shared/domain/tenders/prices/price-line';
import { linesUnderReview, priceStepsFor, reviewablePeriod } from '@ap/shared/domain/tenders/prices/price-steps';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { frameworkOf } from './award-facts.ts';

export type PriceBookReading = Pick<Ports, 'tenders' | 'providers' | 'buyers'>;

const lineView = ({ serviceRef, lotKey, unit, group, price, volumeBands }: PriceLine) => ({
  serviceRef,
  lotKey,
  unit,
  ...(group && { group: { ...group } }),
  price,
  ...(volumeBands && { volumeBands }),
});

/** A price book as a commissioner sees it, with what they may do now. */
export const priceBookView = async (ports: PriceBookReading, book: PriceBook, viewer: PersonId): Promise<PriceBookReply> => {
  const [{ terms }, { provider, services }, members] = await Promise.all([
    frameworkOf(ports, book.frameworkRef),
    ports.providers.provider(book.providerRef, 'known'),
    ports.buyers.councilMembers('known'),
  ]);
  const nameOfService = (serviceRef: string) => services.find(({ ref }) => ref === serviceRef)?.name;
  const nameOfMember = (key: string) => membersOf(members).find((member) => personKey(member) === key)?.name ?? 'Somebody who has left';
  const nextPeriod = reviewablePeriod(book, terms);
  return {
    ref: book.ref,
    providerRef: book.providerRef,
    providerName: provider ? providerName(provider) : book.providerRef,
    frameworkRef: book.frameworkRef,
    status: book.status,
    periods: book.periods.map((period) => ({ ...period })),
    lines: book.lines.map((line) => {
      const serviceName = nameOfService(line.serviceRef);
      const { ref, from, to, state } = line;
      return { ...lineView(line), ref, from, to, state, ...(serviceName === undefined ? {} : { serviceName }) };
    }),
    ...(nextPeriod && { nextPeriod: { ...nextPeriod } }),
    ...(book.review && {
      review: {
        period: { ...book.review.period },
        reason: book.review.reason,
        proposed: book.review.proposed.map(lineView),
        proposedBy: book.review.proposedBy.map(nameOfMember),
      },
    }),
    may: [...priceStepsFor(book, terms, viewer)],
    history: book.history.map(({ at, by, what, comment }) => ({ at, by, what, ...(comment === undefined ? {} : { comment }) })),
  };
};

/** The books of a provider, by framework. */
export const listPriceBooks =
  ({ tenders, providers }: Pick<Ports, 'tenders' | 'providers'>) =>
  async ({ params }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const [books, { provider }] = await Promise.all([tenders.priceBooks.known(), providers.provider(params.providerRef, 'known')]);
    return {
      providerName: provider ? providerName(provider) : params.providerRef,
      books: books
        .map(({ state }) => state)
        .filter(({ providerRef }) => providerRef === params.providerRef)
        .sort((a, b) => a.frameworkRef.localeCompare(b.frameworkRef))
        .map((book) => ({
          frameworkRef: book.frameworkRef,
          status: book.status,
          fixedUntil: newestPeriod(book).to,
          prices: linesUnderReview(book).length,
        })),
    };
  };
