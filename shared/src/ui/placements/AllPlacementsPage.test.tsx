import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { csvText } from '../../domain/texts/csv-text.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { placementsDay, somePlacements } from '../testing/sample-placements.ts';
import { PlacementsPage } from './PlacementsPage.tsx';
import { placementTable } from './placement-words.ts';

const show = async () => {
  const served = fakeService({ listPlacements: () => ({ today: placementsDay, rows: [...somePlacements] }) });
  renderScreen(<PlacementsPage />, served.api, { place: { at: 'placements', path: 'all' }, service: served.service });
  await screen.findByRole('button', { name: 'Save these 3 placements as CSV' });
};
const orders = () => screen.getAllByRole('link', { name: /^AP-/ }).map(({ textContent }) => textContent);

describe('row 72: every placement in one list', () => {
  it('says provider, school, hours, start and review of each', async () => {
    await show();
    const row = within(screen.getByRole('row', { name: /AP-000123/ }));
    for (const words of ['Vale Academy', 'Greenway Learning, Woodland days', 'Running', '10', '12 Jan 2027', 'Overdue since 26 Mar 2027'])
      expect(row.getByText(words)).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('is narrowed by words, by how a placement stands, and to overdue reviews', async () => {
    await show();
    await userEvent.type(screen.getByRole('textbox'), 'harbour hilltop');
    expect(orders()).toEqual(['AP-000131']);
    await userEvent.clear(screen.getByRole('textbox'));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Stands' }), 'Provider paused');
    expect(orders()).toEqual(['AP-000140']);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Review' }), 'Overdue');
    await userEvent.click(await screen.findByRole('button', { name: 'Show all placements' }));
    expect(orders()).toHaveLength(3);
  });
});

test('row 72: the file holds no more of a pupil than the reference, and nothing in it is taken for a formula', () => {
  const [headings, first, second] = csvText(placementTable(somePlacements)).split('\r\n');
  expect(headings).toContain('Order,Request,School or department,Provider');
  expect(first).toBe(
    'AP-000123,CO-7K3MQ9,Vale Academy,Greenway Learning,Woodland days,Engagement & Reengagement,Y9-014,The school,Running,10,2027-01-12,2027-07-21,2027-03-26,Yes,2027-02-11',
  );
  expect(second).toContain("'=Y10-003");
});
