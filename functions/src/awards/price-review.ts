import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  abandonPriceReview as abandonDeclared,
  approvePriceReview as approveDeclared,
  getPriceBook as getDeclared,
  openPriceReview as openDeclared,
  PriceBookReply,
  proposePrices as proposeDeclared,
} from '@ap/shared/contract/prices';
import { type PriceBook, priceBookRef, ratesOf } from '@ap/shared/domain/tenders/prices/price-book';
import type { PriceBookCommand } from '@ap/shared/domain/tenders/prices/price-book-command';
import { formatPeriod } from '@ap/shared/domain/tenders/prices/price-period';
import type { Caller } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import type { TenderNeeds, Told } from '../tenders/run-tender.ts';
import { type News, outsider, tellAudience } from '../tenders/tell-people.ts';
import { mustFind } from '../tenders/tender-facts.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';
import { contactOf } from './award-news.ts';
import { commandPriceBook } from './price-book-steps.ts';
import { type PriceBookReading, priceBookView } from './price-book-view.ts';

type Needs = TenderNeeds & PriceBookReading;
type BookParams = Pick<PriceBook, 'frameworkRef' | 'providerRef'>;

export const getPriceBook =
  (ports: PriceBookReading) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> =>
    priceBookView(
      ports,
      (await mustFind(ports.tenders.priceBooks, priceBookRef(params.frameworkRef, params.providerRef))).state,
      caller.person,
    );

interface Given {
  readonly caller: Caller;
  readonly params: BookParams;
  readonly key: string;
}

/** A commissioner gives one command about a book that is there. */
const giveCommand = async (ports: Needs, { caller, params, key }: Given, told: Told<PriceBookCommand>): Promise<PriceBookReply> => {
  await mustFind(ports.tenders.priceBooks, priceBookRef(params.frameworkRef, params.providerRef));
  const book = await commandPriceBook(ports, await asOfficer(ports, caller.person, key), params, told);
  return priceBookView(ports, book, caller.person);
};

export const openPriceReview =
  (ports: Needs) =>
  (call: Call<typeof openDeclared>): Promise<ReplyOf<typeof openDeclared>> =>
    giveCommand(ports, call, { kind: 'open-review', ...call.body });

export const proposePrices =
  (ports: Needs) =>
  (call: Call<typeof proposeDeclared>): Promise<ReplyOf<typeof proposeDeclared>> =>
    giveCommand(ports, call, { kind: 'propose-prices', lines: call.body.lines });

export const approvePriceReview =
  (ports: Needs) =>
  (call: Call<typeof approveDeclared>): Promise<ReplyOf<typeof approveDeclared>> =>
    giveCommand(ports, call, { kind: 'approve-review' });

export const abandonPriceReview =
  (ports: Needs) =>
  (call: Call<typeof abandonDeclared>): Promise<ReplyOf<typeof abandonDeclared>> =>
    giveCommand(ports, call, { kind: 'abandon-review', reason: call.body.reason });

type EffectNeeds = Pick<Ports, 'tenders' | 'providers' | 'awarded' | 'cards' | 'mail' | 'effects' | 'hashes' | 'clock'>;

/** What follows from commands about price books: the rows of RateCards are written from the book as it is now, and the provider is told. */
export const priceBookPerformers = (ports: EffectNeeds): TenderPerformers<'priceBooks'> => ({
  'publish-rates': async ({ state: book }) => {
    for (const rate of ratesOf(book)) await ports.awarded.putRate(rate);
    return { state: 'done' };
  },
  tell: async ({ state: book }, effect) => {
    const award = (await ports.tenders.awards.known()).find(({ state }) => state.ref === book.lines[0]?.awardRef)?.state;
    const to = award && (await contactOf(ports, award));
    const news = reviewNews(book, effect.news);
    if (!to || !news) return { state: 'stuck', reason: to ? `no-words-for-${effect.news}` : 'no-provider' };
    return tellAudience(ports, book.ref, effect, { provider: () => [outsider(ports, to, news)] });
  },
});

const reviewNews = ({ review, periods, frameworkRef }: PriceBook, news: string): News | undefined => {
  const newest = periods.at(-1);
  switch (news) {
    case 'price-review-opened':
      return {
        title: `Your prices under ${frameworkRef} are reviewed`,
        lines: [
          `New prices can be agreed for ${review ? formatPeriod(review.period) : 'the next price period'}. Until then the present ones stand.`,
          'Tell the commissioning team what you propose. What nobody proposes goes on at its present price.',
        ],
      };
    case 'price-review-approved':
      return {
        title: `Your prices under ${frameworkRef} are agreed`,
        lines: [`The prices for ${newest ? formatPeriod(newest) : 'the next price period'} are approved. They are fixed for that time.`],
      };
    case 'price-review-abandoned':
      return {
        title: `The review of your prices under ${frameworkRef} was ended`,
        lines: ['No new prices were agreed. The present ones stand to the end of their period.'],
      };
    default:
      return undefined;
  }
};
