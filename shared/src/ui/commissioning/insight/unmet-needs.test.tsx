import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
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
        rows: query.has('from') ? [] : [{ ...row, lots: [], needs: [...row.needs], keyStages: [], modes: [], concepts: [] }],
      };
    },
  });
  renderScreen(<UnmetNeedsPage />, api, { service });
  const period = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Period' });
  expect(period.selectedOptions[0]?.textContent).toBe('Last 90 days');
  await userEvent.selectOptions(period, 'Autumn term 2026 (September to December)');
  await screen.findByText(/From 1 September 2026 to 31 December 2026 no search/);
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Period' }), 'February 2027');
  await screen.findByText(/From 1 February 2027 to 28 February 2027 no search/);
  expect(callsOf('listUnmetNeeds').length).toBeGreaterThan(2);
});
