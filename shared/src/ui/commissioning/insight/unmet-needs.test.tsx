import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { UnmetNeedReply } from '../../../contract/unmet-needs.ts';
import { localDate } from '../../../domain/days/local-date.ts';
import { fakeService } from '../../forms/testing/fake-service.ts';
import { renderScreen } from '../../forms/testing/render-screen.tsx';
import { UnmetNeedsPage } from './UnmetNeedsPage.tsx';

it('row 30: a commissioner reads what was looked for, for which ages, where and why it was not found, and has the same as a file', async () => {
  const files: Blob[] = [];
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return 'blob:file';
  };
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { api, service } = fakeService({
    listUnmetNeeds: () => ({
      from: localDate('2027-01-01'),
      to: localDate('2027-03-31'),
      places: [],
      towns: [],
      rows: [
        {
          reason: 'no-match',
          lots: ['Therapeutic'],
          needs: ['VI'],
          keyStages: [],
          modes: ['home'],
          concepts: ['Mentoring'],
          ages: '4 to 6',
          outcode: 'DT1',
          within: 5,
          searches: 12,
        },
        { reason: 'no-places', lots: [], needs: [], keyStages: ['KS3'], modes: [], concepts: [], outcode: 'DT2', within: 200, searches: 1 },
      ],
    }),
  });
  renderScreen(<UnmetNeedsPage />, api, { service });
  const table = within(await screen.findByRole('table', { name: /From 1 January 2027 to 31 March 2027/ }));
  const cells = table.getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cells[1]).toEqual([
    '12',
    'Visual impairment (VI); Mentoring',
    'Ages 4 to 6',
    'DT1, within 5 miles',
    'Therapeutic; At home',
    'Nothing fits',
  ]);
  expect(cells[2]).toEqual(['1', 'Not stated', 'Key stage 3', 'DT2, more than 40 miles', 'Any', 'No place in time']);
  await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
  expect([clicked.mock.calls.length, files[0]?.type]).toEqual([1, 'text/csv']);
  clicked.mockRestore();
});

it('the days looked back at are chosen: last days, a term or a month', async () => {
  const row = { reason: 'no-match', lots: [], needs: ['VI'], keyStages: [], modes: [], concepts: [], searches: 1 } as const;
  const { api, service, callsOf } = fakeService({
    listUnmetNeeds: ({ query }) => {
      const asked = { from: localDate(query.get('from') ?? '2026-12-03'), to: localDate(query.get('to') ?? '2027-03-03') };
      return {
        ...asked,
        places: [],
        towns: [],
        rows: query.has('from') ? [] : [{ ...row, lots: [], needs: [...row.needs], keyStages: [], modes: [], concepts: [] }],
      };
    },
  });
  renderScreen(<UnmetNeedsPage />, api, { service });
  const period = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Period' });
  expect(period.selectedOptions[0]?.textContent).toBe('Last 90 days');
  await userEvent.selectOptions(period, 'Autumn term 2026 (September to December)');
  await screen.findByText(/From 1 September 2026 to 31 December 2026 no search that says a need was in vain, and no request/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'February 2027');
  await screen.findByText(/From 1 February 2027 to 28 February 2027 no search/);
  expect(callsOf('listUnmetNeeds').length).toBeGreaterThan(2);
});

const told = {
  from: localDate('2027-01-01'),
  to: localDate('2027-03-31'),
  rows: [
    { reason: 'no-match', lots: ['Tuition'], outcode: 'DT1', searches: 3 },
    { reason: 'all-declined', lots: ['Therapy'], outcode: 'DT1', searches: 1 },
    { reason: 'no-places', lots: ['Tuition', 'Therapy'], outcode: 'ZZ9', searches: 2 },
    { reason: 'no-match', lots: [], searches: 4 },
  ].map((row) => ({ needs: [], keyStages: [], modes: [], concepts: [], ...row })) as UnmetNeedReply[],
  places: [{ outcode: 'DT1', town: 'Dorchester', lat: 50.71, lon: -2.44 }],
  towns: [{ name: 'Weymouth', lat: 50.61, lon: -2.45 }],
};
const areasShown = async () => {
  const table = within(await screen.findByRole('table', { name: 'The same by area, the most first' }));
  return table.getAllByRole('row').map((row) => [...row.children].map(({ textContent }) => textContent));
};

it('row 30: where needs were not met is drawn, and stands in a table beside it for whoever does not see the map', async () => {
  window.innerWidth = 1400;
  const { api, service } = fakeService({ listUnmetNeeds: () => told });
  renderScreen(<UnmetNeedsPage />, api, { service });
  expect(await areasShown()).toEqual([
    ['Area', 'Together', 'Nothing fits', 'No place in time', 'All declined'],
    ['DT1, Dorchester', '4', '3', '0', '1'],
    ['ZZ9', '2', '0', '2', '0'],
  ]);
  const map = screen.getByRole('img', { name: 'Map of 1 area: the table below says the same' });
  expect([...map.querySelectorAll('text')].map(({ textContent }) => textContent)).toEqual(['4', 'DT1']);
  expect(screen.getByText('4 needs name no area.')).toBeTruthy();
});

it('the map is narrowed to a lot; where nothing of it names an area it says so', async () => {
  window.innerWidth = 1400;
  const { api, service } = fakeService({ listUnmetNeeds: () => told });
  renderScreen(<UnmetNeedsPage />, api, { service });
  await areasShown();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Lot' }), 'Therapy');
  expect((await areasShown()).slice(1)).toEqual([
    ['ZZ9', '2', '0', '2', '0'],
    ['DT1, Dorchester', '1', '0', '0', '1'],
  ]);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Lot' }), 'No lot named');
  expect(screen.getByRole('heading', { name: 'No need of this lot names an area' })).toBeTruthy();
  expect(screen.getByText('4 needs of this lot name no area.')).toBeTruthy();
});
