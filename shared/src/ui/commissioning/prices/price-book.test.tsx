import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { meAs } from '../../forms/testing/samples.ts';
import { bookInReview, priceBook, secondPeriod } from '../../testing/sample-prices.ts';
import { PriceBookPage } from './PriceBookPage.tsx';

type Answers = Parameters<typeof fakeService>[0];

const show = (answers: Partial<Answers> = {}) => {
  const served = fakeService({ getMe: () => ({ ...meAs(), commissioner: true }), getPriceBook: () => bookInReview(), ...answers });
  renderScreen(<PriceBookPage providerRef="P-0001" frameworkRef="AP-2026" />, served.api, { service: served.service });
  return served;
};
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const box = (name: string) => screen.getByRole('textbox', { name });
const cellsOf = async (section: string, row: string) => {
  const part = await screen.findByRole('region', { name: section });
  const found = within(part).getByRole('row', { name: new RegExp(row) });
  return within(found)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
};
const review = 'Review for 1 Apr 2029 to 31 Mar 2031';

it('each price stands with its period and state; a review is opened for the period that follows, with its reason', async () => {
  const { callsOf } = show({ getPriceBook: () => priceBook(), openPriceReview: () => bookInReview() });
  expect(await cellsOf('1 Apr 2027 to 31 Mar 2029', 'Maths tuition')).toEqual([
    'AP-2026-2',
    '',
    '£40.00 per hour',
    '1 Sep 2027 to 31 Mar 2029',
    'Reserved: not countersigned yet',
  ]);
  expect(screen.queryByRole('button', { name: 'Propose prices' })).toBeNull();
  await press('Open a price review');
  await press('Open a price review');
  expect(await screen.findByRole('link', { name: 'Enter why the prices are reviewed' })).toBeTruthy();
  await userEvent.type(box('Why are the prices reviewed?'), 'Wages rose.');
  await press('Open a price review');
  await screen.findByText('The review for 1 Apr 2029 to 31 Mar 2031 is open.');
  expect(callsOf('openPriceReview').map(({ body }) => body)).toEqual([{ period: secondPeriod, reason: 'Wages rose.' }]);
});

it('old and new price stand side by side with the difference in per cent', async () => {
  show();
  expect(await cellsOf(review, 'Forest learning per day, 1 to 3 pupils')).toEqual(['AP-2026-1', '£95.00', '£99.75', '+5.0%']);
  expect(await cellsOf(review, 'Maths tuition per hour')).toEqual(['AP-2026-2', '£40.00', '£40.00', 'No change']);
  expect(screen.getByText('Proposed by Helen Strand.')).toBeTruthy();
});

it('prices are typed in pounds and sent in pence, those that changed only; one that is taken out goes back to its present price', async () => {
  let refusal: Refuse | undefined = new Refuse('price-not-allowed', 'Enter a price from £0.01 to £100,000.00, ex VAT.', '/lines/1/price');
  const { callsOf } = show({
    proposePrices: () => {
      if (refusal) throw refusal;
      return bookInReview();
    },
  });
  await press('Propose prices');
  const [forest, maths] = ['Forest learning per day, 1 to 3 pupils', 'Maths tuition per hour'] as const;
  expect((box(forest) as HTMLInputElement).value).toBe('99.75');
  await press('Propose these prices');
  expect(await screen.findByRole('link', { name: 'Enter at least one price that is not proposed yet' })).toBeTruthy();
  await userEvent.type(box(maths), 'forty');
  await press('Propose these prices');
  expect(
    await screen.findByRole('link', { name: 'Enter the price of Maths tuition per hour in pounds, such as 45 or 45.50' }),
  ).toBeTruthy();
  expect(callsOf('proposePrices')).toEqual([]);
  await userEvent.clear(box(maths));
  await userEvent.type(box(maths), '£42.50');
  expect(screen.getByText('Difference: +6.3%')).toBeTruthy();
  await userEvent.clear(box(forest));
  await press('Propose these prices');
  await userEvent.click(await screen.findByRole('link', { name: 'Enter a price from £0.01 to £100,000.00, ex VAT.' }));
  expect(document.activeElement).toBe(box(maths));
  refusal = undefined;
  await userEvent.type(box(maths), '0');
  await userEvent.clear(box(maths));
  await userEvent.type(box(maths), '42.50');
  await press('Propose these prices');
  await screen.findByText('The prices are proposed. Another commissioner approves the review.');
  expect(callsOf('proposePrices').at(-1)?.body).toEqual({
    lines: [
      { serviceRef: 'S-0001', lotKey: 'AP-2026-1', unit: 'day', group: { from: 1, to: 3 }, price: 9_500 },
      { serviceRef: 'S-0002', lotKey: 'AP-2026-2', unit: 'hour', price: 4_250 },
    ],
  });
});

it('whoever proposed has no button to approve, and is told why; a colleague approves after one more question', async () => {
  show({ getPriceBook: () => bookInReview({ may: ['propose-prices', 'abandon-review'] }) });
  expect(await screen.findByText(/You proposed prices of it, so another commissioner approves it/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Approve the review' })).toBeNull();
});

it('a review is approved once, or abandoned with its reason', async () => {
  const { callsOf } = show({ approvePriceReview: () => priceBook(), abandonPriceReview: () => priceBook() });
  await press('Abandon the review');
  await userEvent.type(box('Why is it abandoned?'), 'The provider takes it back.');
  await press('Abandon the review');
  await screen.findByText('The review is abandoned. The present prices stand.');
  expect(callsOf('abandonPriceReview').map(({ body }) => body)).toEqual([{ reason: 'The provider takes it back.' }]);
  await press('Approve the review');
  await press('Approve the review');
  expect(callsOf('approvePriceReview')).toEqual([]);
  const sure = await screen.findByRole('alertdialog');
  await userEvent.click(within(sure).getByRole('button', { name: 'Approve the review' }));
  await screen.findByText('The prices of 1 Apr 2029 to 31 Mar 2031 are approved.');
  expect(callsOf('approvePriceReview')).toHaveLength(1);
});

it('row 51: volume prices are typed beside a price, said as they come to, refused where they cannot stand, and sent with it', async () => {
  const { callsOf } = show({ proposePrices: () => bookInReview() });
  await press('Propose prices');
  await press('Add a volume price for Maths tuition per hour');
  await userEvent.type(box('From how many units'), '50');
  await userEvent.type(box('Price of each in pounds'), '41');
  expect(screen.getByText('More units cannot cost more each: £41.00 from 50 units is above £40.00.')).toBeTruthy();
  await press('Propose these prices');
  await userEvent.click(await screen.findByRole('link', { name: /More units cannot cost more each/ }));
  expect(document.activeElement).toBe(box('From how many units'));
  await userEvent.clear(box('Price of each in pounds'));
  await userEvent.type(box('Price of each in pounds'), '38');
  expect(screen.getByText('1 to 49: £40.00 each. 50 or more: £38.00 each.')).toBeTruthy();
  await press('Propose these prices');
  await screen.findByText('The prices are proposed. Another commissioner approves the review.');
  expect(callsOf('proposePrices').map(({ body }) => body)).toMatchObject([
    { lines: [{ unit: 'hour', price: 4_000, volumeBands: [{ fromUnits: 50, unitPrice: 3_800 }] }] },
  ]);
});
