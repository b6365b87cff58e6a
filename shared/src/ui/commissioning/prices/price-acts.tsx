import type { PriceBookReply } from '../../../contract/prices.ts';
import type { Act } from '../Acts.tsx';
import type { useAwardsClient } from '../use-awards.tsx';
import { periodWords } from './priced-lines.ts';

/** What the viewer may do about a price book, beside proposing prices, which has a form of its own. */
export const priceActs = (book: PriceBookReply, client: ReturnType<typeof useAwardsClient>): readonly Act[] => {
  const { frameworkRef, providerRef, providerName, nextPeriod: period, review, may } = book;
  const params = { frameworkRef, providerRef };
  const acts: Act[] = [];
  if (may.includes('open-review') && period)
    acts.push({
      title: 'Open a price review',
      about: `For ${periodWords(period)}. ${providerName} is told, and the present prices stand until then.`,
      questions: [{ as: 'paragraph', name: 'reason', label: 'Why are the prices reviewed?', missing: 'Enter why the prices are reviewed' }],
      onSend: async (given, key) => {
        await client.openPriceReview({ params, body: { period, reason: given.text('reason') }, key });
        return `The review for ${periodWords(period)} is open.`;
      },
    });
  if (may.includes('approve-review') && review)
    acts.push({
      title: 'Approve the review',
      about: 'The table below shows each price now and after the review.',
      questions: [],
      sure: `${review.proposed.length === 0 ? 'Nothing is proposed: every price goes on as it is. ' : ''}The prices are fixed for ${periodWords(review.period)}, and ${providerName} is told.`,
      onSend: async (_given, key) => {
        await client.approvePriceReview({ params, key });
        return `The prices of ${periodWords(review.period)} are approved.`;
      },
    });
  if (may.includes('abandon-review'))
    acts.push({
      title: 'Abandon the review',
      about: `Nothing that was proposed is kept, and ${providerName} is told. A review can be opened again.`,
      questions: [{ as: 'paragraph', name: 'reason', label: 'Why is it abandoned?', missing: 'Enter why the review is abandoned' }],
      onSend: async (given, key) => {
        await client.abandonPriceReview({ params, body: { reason: given.text('reason') }, key });
        return 'The review is abandoned. The present prices stand.';
      },
    });
  return acts;
};
