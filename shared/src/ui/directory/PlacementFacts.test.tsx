import { screen } from '@testing-library/react';
import * as React from 'react';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { PlacementFacts } from './PlacementFacts.tsx';

const show = (answers: Parameters<typeof fakeService>[0]) => {
  const served = fakeService(answers);
  renderScreen(<PlacementFacts serviceRef="S-0001" />, served.api, { service: served.service });
};

describe('row 61: how placements in a service went', () => {
  it('is told in counts with what they count; what too few recorded is left out', async () => {
    const counted = { ranToTheirEnd: { count: 7, of: 9 }, endedByProvider: { count: 1, of: 9 }, objectivesMet: { count: 6, of: 8 } };
    show({ getPlacementFacts: () => ({ fewest: 5, facts: { finished: 9, ...counted } }) });
    expect(await screen.findByText(/^Counted over the 9 placements/)).toBeTruthy();
    expect([...document.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
      '7 of 9',
      '1 of 9',
      '6 of 8 whose objectives were recorded',
    ]);
  });

  it('says from how many on there is anything to show', async () => {
    show({ getPlacementFacts: () => ({ fewest: 5 }) });
    expect(await screen.findByText('Nothing is shown before 5 placements of two schools or more are over.')).toBeTruthy();
    expect(document.querySelector('dd')).toBeNull();
  });
});
