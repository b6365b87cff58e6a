import { render, screen } from '@testing-library/react';
import * as React from 'react';
import { PriceFacet } from './PriceFacet.tsx';

const counts = { hour: 12, session: 3, day: 40 };
const labels = (): (string | null)[] =>
  screen.getAllByRole('radio').map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? null);
const facet = (price: Partial<React.ComponentProps<typeof PriceFacet>>) =>
  render(
    <PriceFacet
      unit={undefined}
      vat={undefined}
      priceFrom={undefined}
      priceTo={undefined}
      counts={counts}
      onChange={() => {}}
      {...price}
    />,
  );

describe('units of price to choose from', () => {
  test('tell how many services each has', () => {
    facet({ unit: 'day' });
    expect(labels()).toStrictEqual(['Any unit', 'Per hour (12)', 'Per session (half a day) (3)', 'Per day (40)', 'Per week (0)']);
  });

  test('tell no number beside another unit while a price range is set, for choosing it takes the range away', () => {
    facet({ unit: 'day', priceTo: 10_000, counts: { hour: 0, session: 0, day: 7 } });
    expect(labels()).toStrictEqual(['Any unit', 'Per hour', 'Per session (half a day)', 'Per day (7)', 'Per week']);
  });

  test('tell no number before any is known', () => {
    facet({ counts: {} });
    expect(labels()).toStrictEqual(['Any unit', 'Per hour', 'Per session (half a day)', 'Per day', 'Per week']);
  });
});
