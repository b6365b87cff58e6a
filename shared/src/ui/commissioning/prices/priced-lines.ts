import type { PriceBookReply } from '../../../contract/prices.ts';
import { compareDates, formatDate } from '../../../domain/days/local-date.ts';
import { formatVolumeBands } from '../../../domain/money/band-words.ts';
import { type Pence, penceToPounds } from '../../../domain/money/money.ts';
import type { VolumeBand } from '../../../domain/money/volume-bands.ts';
import type { FormError } from '../../forms/form-error.ts';
import { fromTypedBands, type TypedBand, toTypedBands } from '../../volume-bands/typed-bands.ts';
import { penceOf } from '../typed-pounds.ts';

export type BookLine = PriceBookReply['lines'][number];
type Proposal = NonNullable<PriceBookReply['review']>['proposed'][number];
type Period = PriceBookReply['periods'][number];

export const periodWords = ({ from, to }: Period): string => `${formatDate(from, 'short')} to ${formatDate(to, 'short')}`;

/** 'Forest learning per day, 1 to 3 pupils' */
export const thingOf = ({ serviceName, serviceRef, unit, group }: BookLine): string =>
  `${serviceName ?? serviceRef} per ${unit}${group === undefined ? '' : `, ${group.from} to ${group.to} pupils`}`;

/** The lines of a period; a price of a later award begins inside it. */
export const linesIn = (lines: readonly BookLine[], { from, to }: Period): readonly BookLine[] =>
  lines.filter((line) => compareDates(from, line.from) <= 0 && compareDates(line.to, to) <= 0);

const isFor = (proposal: Proposal, line: BookLine): boolean =>
  proposal.serviceRef === line.serviceRef &&
  proposal.lotKey === line.lotKey &&
  proposal.unit === line.unit &&
  proposal.group?.from === line.group?.from &&
  proposal.group?.to === line.group?.to;

/** A price with its volume prices. */
type WithBands = Pick<BookLine, 'price' | 'volumeBands'>;

/** What is proposed for a line; undefined where it goes on at its present price. */
const proposedFor = ({ review }: PriceBookReply, line: BookLine): WithBands | undefined =>
  review?.proposed.find((proposal) => isFor(proposal, line));

/** The lines that a review prices, with the price that each has in it so far. */
export const reviewedLines = (
  book: PriceBookReply,
): readonly { readonly line: BookLine; readonly next: Pence; readonly bands: readonly VolumeBand[] }[] => {
  const newest = book.periods.at(-1);
  return newest === undefined
    ? []
    : linesIn(book.lines, newest).map((line) => {
        const { price: next, volumeBands: bands = [] } = proposedFor(book, line) ?? line;
        return { line, next, bands };
      });
};

/** New prices as typed, by the ref of their line; '' leaves the present price. */
export type TypedPrices = Readonly<Record<string, { readonly price: string; readonly bands: readonly TypedBand[] }>>;

export const lineField = (line: BookLine): string => `price-${line.ref}`;
export const bandsField = (line: BookLine): string => `bands-${line.ref}`;

export const firstTyped = (book: PriceBookReply): TypedPrices =>
  Object.fromEntries(
    reviewedLines(book).map(({ line, next, bands }) => [
      line.ref,
      { price: next === line.price ? '' : penceToPounds(next).toFixed(2), bands: toTypedBands(bands) },
    ]),
  );

/** What a typed price would be: the present one where nothing is typed. undefined where it cannot be read. */
export const typedFor = (line: BookLine, typed: TypedPrices): Pence | undefined => {
  const text = typed[line.ref]?.price.trim() ?? '';
  return text === '' ? line.price : penceOf(text);
};

/** Its volume prices as typed, and why they cannot stand. */
const bandsFor = (line: BookLine, typed: TypedPrices) => fromTypedBands(typedFor(line, typed), typed[line.ref]?.bands ?? []);

const changed = (book: PriceBookReply, typed: TypedPrices) =>
  reviewedLines(book).filter(
    ({ line, next, bands }) =>
      typedFor(line, typed) !== next || formatVolumeBands(bandsFor(line, typed).bands) !== formatVolumeBands(bands),
  );

/** What is wrong with new prices as typed. */
export const priceFaults = (book: PriceBookReply, typed: TypedPrices): readonly FormError[] => {
  const lines = reviewedLines(book);
  const unread = lines.filter(({ line }) => typedFor(line, typed) === undefined);
  if (unread.length > 0)
    return unread.map(({ line }) => ({
      field: lineField(line),
      message: `Enter the price of ${thingOf(line)} in pounds, such as 45 or 45.50`,
    }));
  const faults = lines.flatMap(({ line }) => {
    const { fault } = bandsFor(line, typed);
    return fault === undefined ? [] : [{ field: bandsField(line), message: fault }];
  });
  if (faults.length > 0) return faults;
  const [first] = lines;
  return first === undefined || changed(book, typed).length > 0
    ? []
    : [{ field: lineField(first.line), message: 'Enter at least one price that is not proposed yet' }];
};

/** The lines that are proposed anew, without faults, with what is sent of each. One whose price was taken out again goes back to its present price. */
export const toPropose = (book: PriceBookReply, typed: TypedPrices): readonly { readonly line: BookLine; readonly sent: Proposal }[] =>
  changed(book, typed).map(({ line }) => {
    const price = typedFor(line, typed);
    if (price === undefined) throw new RangeError('The prices were not checked');
    const { serviceRef, lotKey, unit, group } = line;
    const { bands } = bandsFor(line, typed);
    return {
      line,
      sent: {
        serviceRef,
        lotKey,
        unit,
        price,
        ...(group === undefined ? {} : { group }),
        ...(bands.length === 0 ? {} : { volumeBands: bands }),
      },
    };
  });
