import { screen } from '@testing-library/react';
import * as React from 'react';
import { pence } from '../../domain/money/money.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { QuotePanel } from './QuotePanel.tsx';

const quote = {
  price: {
    unit: 'day' as const,
    unitPrice: pence(12_000),
    units: 12,
    unitsSentence: '12 days',
    hoursPerWeek: 10,
    vatBasisPoints: 0,
    net: pence(144_000),
    vat: pence(0),
    gross: pence(144_000),
  },
  steps: [{ kind: 'buyer' as const, approvers: ['Hedda Marsh'] }],
  missing: [],
};
const state = { earlier: undefined, error: undefined, pending: false, again: async () => {}, ask: async () => quote };

test('what is left of the budget stands beside the price, before anything is sent', async () => {
  const budgets = [{ year: '2026-27', allocated: pence(500_000), taken: pence(400_000), wanted: pence(144_000) }];
  renderScreen(<QuotePanel state={{ ...state, quote: { ...quote, budgets } }} />, fakeService({}).api);
  expect(await screen.findByText('Your budget 2026-27, without VAT')).toBeTruthy();
  expect(await screen.findByText(/^£1,000.00 left of £5,000.00.*more than is left/)).toBeTruthy();
});

test('where no budget is watched nothing is said of one', async () => {
  renderScreen(<QuotePanel state={{ ...state, quote }} />, fakeService({}).api);
  await screen.findByText('Hedda Marsh', { exact: false });
  expect(screen.queryByText(/budget/)).toBeNull();
});
