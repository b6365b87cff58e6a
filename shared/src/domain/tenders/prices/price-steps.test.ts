import { localDate } from '../../days/local-date.ts';
import { pence } from '../../money/money.ts';
import { acceptedTender } from '../machine.fixture.ts';
import { commissioner, given, secondCommissioner } from '../tender.fixture.ts';
import { aBook, aPriceLine, eightYears, tryBook } from './price-book.fixture.ts';
import { priceStepsFor, reviewablePeriod } from './price-steps.ts';

const next = { from: localDate('2030-09-01'), to: localDate('2034-08-31') };
const opened = acceptedTender(tryBook(aBook(), { ...given(commissioner), kind: 'open-review', period: next, reason: 'Wages rose.' })).state;
const lines = [aPriceLine({ price: pence(4_200) })];
const proposed = acceptedTender(tryBook(opened, { ...given(commissioner), kind: 'propose-prices', lines })).state;

describe('R29: what may be done about prices', () => {
  test('a review is opened for the period that follows, and for none where the framework ends first', () => {
    expect(reviewablePeriod(aBook(), eightYears)).toEqual(next);
    expect(priceStepsFor(aBook(), eightYears, commissioner)).toEqual(['open-review']);
    const last = { ...eightYears, expiresOn: localDate('2030-08-31') };
    expect(reviewablePeriod(aBook(), last)).toBeUndefined();
    expect(priceStepsFor(aBook(), last, commissioner)).toEqual([]);
  });

  test('whoever proposed a price does not approve the review; a colleague does', () => {
    expect(priceStepsFor(opened, eightYears, commissioner)).toEqual(['propose-prices', 'approve-review', 'abandon-review']);
    expect(priceStepsFor(proposed, eightYears, commissioner)).toEqual(['propose-prices', 'abandon-review']);
    expect(priceStepsFor(proposed, eightYears, secondCommissioner)).toContain('approve-review');
  });

  test('each step that is offered is accepted, and approval is refused to whom it is not offered', () => {
    expect(tryBook(proposed, { ...given(secondCommissioner), kind: 'approve-review' }).ok).toBe(true);
    expect(tryBook(proposed, { ...given(commissioner), kind: 'approve-review' }).ok).toBe(false);
    expect(tryBook(proposed, { ...given(commissioner), kind: 'abandon-review', reason: 'Not now.' }).ok).toBe(true);
  });
});
