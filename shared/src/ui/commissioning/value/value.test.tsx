import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { fakeService, Refuse } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { noSavings, noSpend, sampleLotPrices, sampleSavings, sampleSpend } from '../../testing/sample-value.ts';
import { ValuePage } from './ValuePage.tsx';

const user = userEvent.setup();
const saved: string[] = [];
const asked: string[] = [];

const opened = (answers: Parameters<typeof fakeService>[0] = {}) => {
  const served = fakeService({
    getSpend: ({ query }) => {
      asked.push(`${query}`);
      return sampleSpend;
    },
    listSavings: () => sampleSavings,
    listLotPrices: () => sampleLotPrices,
    getValueFile: ({ query }) => ({ fileName: `Value ${query}.xlsx`, mediaType: 'application/x', content: '' }),
    recountValue: () => ({ same: true, rows: { CallOffs: 3, BlockPurchases: 1, Invoices: 1, RateCards: 2, Baselines: 1 } }),
    ...answers,
  });
  renderScreen(<ValuePage />, served.api, { service: served.service });
  return served;
};
const rowsOf = (name: RegExp) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));

beforeEach(() => {
  window.innerWidth = 1400;
  saved.length = 0;
  asked.length = 0;
  URL.createObjectURL = (blob: Blob | MediaSource) => {
    const reader = new FileReader();
    reader.onload = () => saved.push(String(reader.result));
    reader.readAsText(blob as Blob);
    return 'blob:file';
  };
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it('row 69: spend is added up as one likes, and says how much of it went through the framework', async () => {
  opened();
  await screen.findByRole('table', { name: /^Spend by school or department, September 2026 to August 2027: £5,832[.]00 ordered/ });
  expect(rowsOf(/^Spend by school/)).toEqual([
    ['Stour Vale School', '£3,320.00', '£480.00', '3'],
    ['Elm School', '£2,512.00', '£0.00', '2'],
  ]);
  expect(
    screen.getByText(/^89[.]6% of what was spent went through the framework: £5,832[.]00 was ordered, and £678[.]00 was declared/),
  ).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Add up by' }), 'Month');
  expect(rowsOf(/^Spend by month/).map(([name]) => name)).toEqual(['November 2026', 'December 2026', 'January 2027', 'February 2027']);
});

it('row 70: each order shows its arithmetic and the rows behind it; without a baseline no saving is claimed', async () => {
  opened();
  await screen.findByRole('table', { name: /^3 orders, September 2026/ });
  const [block, won, direct] = rowsOf(/^3 orders/);
  expect(direct?.slice(2)).toEqual([
    'Before: 24 days × £100.00 = £2,400.00Framework price: 24 days × £80.00 = £1,920.00In all: £2,400.00 − £1,920.00 = £480.00',
    '£480.00',
    '£5.00 below £85.00, of 2 prices',
    'CallOffs 1, version 1; Baselines 1, version 1',
  ]);
  expect(block?.[2]).toContain('Below the framework price: £360.00 − £315.00 = £45.00');
  expect(won?.slice(2, 4)).toEqual([
    'No baseline of this buyer for this lot: no saving is claimedAt the framework price: 24 days × £80.00 = £1,920.00Competition: 24 days × £75.50 = £1,812.00Below the framework price: £1,920.00 − £1,812.00 = £108.00',
    '',
  ]);
  expect(screen.getByText(/^Against what was paid before: £2,850[.]00 − £2,235[.]00 = £615[.]00, of the 2 of 3 orders/)).toBeTruthy();
  expect(screen.getByText(/competitions and in blocks: £153[.]00 of £4,200[.]00/)).toBeTruthy();
});

it('P3: prices stand beside the middle one of their lot', async () => {
  opened();
  await screen.findByRole('table', { name: /^Prices on 1 March 2027/ });
  expect(rowsOf(/^Prices on/)).toEqual([
    ['Day programme, Blackmore Vale', 'Engagement', '£80.00 per day', '£85.00', '-£5.00'],
    ['Forest learning, Hollow Oak', 'Engagement', '£90.00 per day', '£85.00', '£5.00'],
  ]);
});

it('the months are those that were chosen, and the tables are files as well', async () => {
  opened();
  await screen.findByRole('table', { name: /^Spend by/ });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Months' }), 'Financial year 2026-27');
  await screen.findByRole('table', { name: /^Spend by/ });
  expect(asked).toContain('from=2026-04&to=2027-03');
  await user.click(screen.getByRole('button', { name: 'Download savings ledger as CSV' }));
  await user.click(screen.getByRole('button', { name: 'Download spend by school or department as CSV' }));
  await user.click(screen.getByRole('button', { name: 'Download prices as CSV' }));
  await waitFor(() => expect(saved).toHaveLength(3));
  const [ledger, spend, prices] = saved;
  expect(ledger).toContain(
    'AP-000001,2026-11-24,Stour Vale School,Engagement,Blackmore Vale,Day programme,Framework price,24,day,100,80,80,2400,1920,1920,480,0,480,,85,2,-5,"CallOffs 1, version 1; Baselines 1, version 1"',
  );
  expect(spend).toContain('Elm School,2512,0,2');
  expect(prices).toContain('Forest learning,Hollow Oak,Engagement,day,90,85,5,"RateCards 2, version 1"');
  await user.click(screen.getByRole('button', { name: 'Download everything as XLSX' }));
  expect(HTMLAnchorElement.prototype.click).toHaveBeenCalledTimes(4);
});

it('a workbook that could not be made is told', async () => {
  opened({
    getValueFile: () => {
      throw new Refuse('not-in-this-state', 'The workbook cannot be made now.');
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Download everything as XLSX' }));
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
});

it.each([
  [true, /^Counted again from 8 rows of the lists: the figures are the same[.]/],
  [false, /the figures were not the same, and are put right now/],
])('whoever asks has everything counted again from nothing, and is told whether it is the same: %s', async (same, told) => {
  opened({ recountValue: () => ({ same, rows: { CallOffs: 3, BlockPurchases: 1, Invoices: 1, RateCards: 2, Baselines: 1 } }) });
  await user.click(await screen.findByRole('button', { name: 'Count again from the lists' }));
  expect(await screen.findByText(told)).toBeTruthy();
});

it('where nothing was ordered the page says so, and tells no share and no saving', async () => {
  opened({ getSpend: () => noSpend, listSavings: () => noSavings, listLotPrices: () => ({ ...sampleLotPrices, lots: [] }) });
  expect(await screen.findByText('Nothing was ordered or invoiced')).toBeTruthy();
  expect(screen.getByText(/so that no share is told[.]$/)).toBeTruthy();
  expect(screen.getByText('No orders in these months')).toBeTruthy();
  expect(screen.getByText('No lot has a price today')).toBeTruthy();
});
