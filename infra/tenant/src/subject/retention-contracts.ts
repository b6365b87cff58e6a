import { keptAward, keptBlockPurchase, keptPriceBook, keptRound } from '@ap/shared/domain/privacy/kept-contracts';
import type { Application } from '@ap/shared/domain/tenders/application/application';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { Clarification } from '@ap/shared/domain/tenders/clarification/clarification';
import type { Ranking } from '@ap/shared/domain/tenders/evaluation/ranking';
import type { PriceBook } from '@ap/shared/domain/tenders/prices/price-book';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { blockPurchases, toBlockPurchase } from '@ap/shared/lists/block-purchases';
import { rateCards } from '@ap/shared/lists/rate-cards';
import { applicationRounds } from '@ap/shared/lists/tenders/application-rounds';
import { applications } from '@ap/shared/lists/tenders/applications';
import { awards } from '@ap/shared/lists/tenders/awards';
import { clarifications } from '@ap/shared/lists/tenders/clarifications';
import { lotRankings } from '@ap/shared/lists/tenders/lot-rankings';
import { priceBooks } from '@ap/shared/lists/tenders/price-books';
import { frameworkEnds, type Judging, type KeptRows, type Rows, removing, statesOf, unlessUnrecorded } from './kept-row.ts';
import { read, rowsOf } from './rows.ts';
import type { Stores } from './stores.ts';

const staying = ({ goes }: Judging, refs: readonly string[]): readonly string[] => refs.filter((ref) => !goes(ref));

/** Purchases in a block, which stay as long as a call-off that draws on them. */
export const keptBlockPurchases: KeptRows = async (stores, judging) =>
  Promise.all(
    (await rowsOf(stores, blockPurchases)).map(async (row) => {
      const block = toBlockPurchase(read(blockPurchases, row));
      const drawing = judging.callOffs.flatMap(({ record, blockRef }) => (blockRef === block.ref ? [record.ref] : []));
      return {
        record: await unlessUnrecorded(stores, keptBlockPurchase(block, staying(judging, drawing), judging.policy.held), block),
        remove: removing(stores, [[blockPurchases, row]]),
      };
    }),
  );

interface Under {
  readonly providerRef: string;
  readonly frameworkRef: string;
}

/** The orders with a provider under a framework that are still kept: they name the rate that they were priced by. */
const ordersPriced = async (stores: Stores, judging: Judging): Promise<(under: Under) => readonly string[]> => {
  const blocks = (await rowsOf(stores, blockPurchases)).map((row) => toBlockPurchase(read(blockPurchases, row)));
  const orders = [
    ...judging.callOffs.map(({ record, providerRef, frameworkRef }) => ({ ref: record.ref, providerRef, frameworkRef })),
    ...blocks.map(({ ref, statement: { providerRef, frameworkRef } }) => ({ ref, providerRef, frameworkRef })),
  ];
  return ({ providerRef, frameworkRef }) =>
    staying(
      judging,
      orders.flatMap((each) => (each.providerRef === providerRef && each.frameworkRef === frameworkRef ? [each.ref] : [])),
    );
};

/** Awards, which stay as long as their application, and as long as what they priced. */
export const keptAwards: KeptRows = async (stores, judging) => {
  const [rows, sent, ends, priced] = await Promise.all([
    statesOf<Award>(stores, awards),
    statesOf<Application>(stores, applications),
    frameworkEnds(stores),
    ordersPriced(stores, judging),
  ]);
  return Promise.all(
    rows.map(async ({ row, state: award }) => {
      const { source } = award;
      const applied = sent.flatMap(({ state: { ref } }) => (source.kind === 'round' && source.applicationRef === ref ? [ref] : []));
      const facts = { restingOnIt: [...staying(judging, applied), ...priced(award)], frameworkEnds: ends.get(award.frameworkRef) };
      return {
        record: await unlessUnrecorded(stores, keptAward(award, facts, judging.policy.held), award),
        remove: removing(stores, [[awards, row]]),
      };
    }),
  );
};

/** Price books, each with the rates that are written from it. They stay as long as an award of theirs, and as long as what they priced. */
export const keptPriceBooks: KeptRows = async (stores, judging) => {
  const [rows, won, rates, ends, priced] = await Promise.all([
    statesOf<PriceBook>(stores, priceBooks),
    statesOf<Award>(stores, awards),
    rowsOf(stores, rateCards),
    frameworkEnds(stores),
    ordersPriced(stores, judging),
  ]);
  return Promise.all(
    rows.map(async ({ row, state: book }) => {
      const awarded = won.flatMap(({ state: { ref, providerRef, frameworkRef } }) =>
        providerRef === book.providerRef && frameworkRef === book.frameworkRef ? [ref] : [],
      );
      const facts = { restingOnIt: [...staying(judging, awarded), ...priced(book)], frameworkEnds: ends.get(book.frameworkRef) };
      const lines = new Set(book.lines.map(({ ref }) => ref));
      const written = rates.flatMap((rate) => (lines.has(String(rate.fields.Title)) ? [[rateCards, rate] as const] : []));
      return {
        record: await unlessUnrecorded(stores, keptPriceBook(book, facts, judging.policy.held), book),
        // The book last: while it stands, its rates would be written anew.
        remove: removing(stores, [...written, [priceBooks, row]]),
      };
    }),
  );
};

/** Rounds, each with its questions and rankings. They stay as long as an application or an award of theirs. */
export const keptRounds: KeptRows = async (stores, judging) => {
  const [rows, asked, rankings, sent, everyAward, ends] = await Promise.all([
    statesOf<Round>(stores, applicationRounds),
    statesOf<Clarification>(stores, clarifications),
    statesOf<Ranking>(stores, lotRankings),
    statesOf<Application>(stores, applications),
    statesOf<Award>(stores, awards),
    frameworkEnds(stores),
  ]);
  return Promise.all(
    rows.map(async ({ row, state: round }) => {
      const won = everyAward.flatMap(({ state }) => (state.source.kind === 'round' && state.source.roundRef === round.ref ? [state] : []));
      const applied = sent.flatMap(({ state: { ref, roundRef } }) => (roundRef === round.ref ? [ref] : []));
      const facts = {
        restingOnIt: staying(judging, [...applied, ...won.map(({ ref }) => ref)]),
        frameworkEnds: ends.get(round.frameworkRef),
      };
      const questions = asked.filter(({ state }) => state.roundRef === round.ref);
      const ranked = rankings.filter(({ state }) => state.roundRef === round.ref);
      const rows: Rows = [
        ...questions.map((each) => [clarifications, each.row] as const),
        ...ranked.map((each) => [lotRankings, each.row] as const),
        [applicationRounds, row],
      ];
      const going = [round, ...[...questions, ...ranked].map(({ state }) => state)];
      return {
        record: await unlessUnrecorded(stores, keptRound(round, won, facts, judging.policy.held), ...going),
        remove: removing(stores, rows),
      };
    }),
  );
};
