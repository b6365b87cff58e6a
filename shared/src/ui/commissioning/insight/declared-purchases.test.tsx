import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { DeclaredReply } from '../../../contract/off-framework.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { aDeclaredPurchase } from '../../testing/sample-off-framework.ts';
import { DeclaredPurchasesPage } from './DeclaredPurchasesPage.tsx';

const user = userEvent.setup();
const {
  lotKey: _key,
  lotName: _name,
  ...plain
} = aDeclaredPurchase({ ref: 'OF-2', buyerRef: '113801', buyerName: 'Elm School', reason: 'price' });

const opened = (purchases: DeclaredReply[] = [aDeclaredPurchase(), plain]) => {
  const served = fakeService({
    listDeclaredPurchases: ({ query }) => ({
      from: localDate(query.get('from') ?? '2026-12-03'),
      to: localDate(query.get('to') ?? '2027-03-03'),
      purchases: query.has('from') ? [] : purchases,
    }),
    getDeclaredFile: () => ({ fileName: 'Outside.xlsx', mediaType: 'application/x', content: '' }),
  });
  renderScreen(<DeclaredPurchasesPage />, served.api, { service: served.service });
  return served;
};

beforeEach(() => {
  window.innerWidth = 1400;
  URL.createObjectURL = () => 'blob:file';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

it('row 71: a commissioner reads what was bought outside the framework, why, and how much of it falls into these months', async () => {
  opened();
  const table = await screen.findByRole('table', { name: '2 purchases that cost £6,400.00 from December 2026 to March 2027' });
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent)),
  ).toEqual([
    [
      'Two days a week at a farm',
      'Oak School',
      'Engagement & Reengagement',
      'Hill Farm Learning',
      'January 2027 to March 2027',
      'No provider of the framework had a place in time',
      '£4,800.00',
      '£3,200.00',
    ],
    expect.arrayContaining(['Elm School', 'Fits no lot', 'It costs less elsewhere']),
  ]);
});

it('purchases are narrowed by school, lot and reason; where none is left, all come back by one press; the workbook has the same', async () => {
  const { callsOf } = opened();
  await screen.findByRole('table', { name: /^2 purchases/ });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Lot' }), 'Fits no lot');
  expect(screen.getByRole('table', { name: /^1 purchase that cost £3,200[.]00/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Download XLSX' }));
  expect(callsOf('getDeclaredFile').map(({ query }) => [query.get('lot'), query.get('buyer'), query.get('from')])).toEqual([
    ['none', null, '2026-12-03'],
  ]);
  await user.selectOptions(screen.getByRole('combobox', { name: 'School or department' }), 'Oak School');
  await user.click(screen.getByRole('button', { name: 'Show all purchases' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Reason' }), 'It costs less elsewhere');
  expect(screen.getByRole('table', { name: /^1 purchase/ }).textContent).toContain('Elm School');
});

it('months in which nothing was declared say so', async () => {
  opened();
  await screen.findByRole('table', { name: /^2 purchases/ });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'Last 30 days');
  expect((await screen.findByRole('heading', { name: 'Nothing was declared' })).parentElement?.textContent).toContain(
    'No school or department declared',
  );
});
