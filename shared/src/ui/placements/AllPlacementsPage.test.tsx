import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { placementTable } from '../../domain/placements/placement-table.ts';
import { csvText } from '../../domain/texts/csv-text.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { placementsDay, somePlacements } from '../testing/sample-placements.ts';
import { PlacementsPage } from './PlacementsPage.tsx';

const show = async (
  file: () => { fileName: string; mediaType: string; content: string } = () => ({ fileName: 'a.xlsx', mediaType: 'a/b', content: '' }),
) => {
  const served = fakeService({ listPlacements: () => ({ today: placementsDay, rows: [...somePlacements] }), getPlacementsFile: file });
  renderScreen(<PlacementsPage />, served.api, { place: { at: 'placements', path: 'all' }, service: served.service });
  await screen.findByRole('button', { name: 'Download these 3 placements as CSV' });
  return served;
};
const orders = () => screen.queryAllByRole('link', { name: /^AP-/ }).map(({ textContent }) => textContent);
const choose = (field: string, option: string) => userEvent.selectOptions(screen.getByRole('combobox', { name: field }), option);

beforeEach(() => {
  window.innerWidth = 1400;
  URL.createObjectURL = () => 'blob:file';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('row 72: every placement in one list', () => {
  it('says provider, school, hours, start, weeks so far and review of each, and what counts as a placement', async () => {
    await show();
    const row = within(screen.getByRole('row', { name: /AP-000123/ }));
    for (const words of [
      'Vale Academy',
      'Greenway Learning, Woodland days',
      'Running',
      '10',
      '12 Jan 2027',
      '13 weeks',
      'Overdue since 26 Mar 2027',
    ])
      expect(row.getByText(words)).toBeTruthy();
    const other = within(screen.getByRole('row', { name: /AP-000131/ }));
    for (const words of ['Harbour Learning, Day centre (registered school)', 'To start'])
      expect(other.getAllByText(words)).not.toHaveLength(0);
    expect(screen.getByText(/an order that its provider has accepted and that is not over/)).toBeTruthy();
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('is narrowed by words, by reviews and by what is behind one press', async () => {
    await show();
    await userEvent.type(screen.getByRole('textbox'), 'harbour hilltop');
    expect(orders()).toEqual(['AP-000131']);
    await userEvent.clear(screen.getByRole('textbox'));
    await choose('Review', 'Overdue');
    expect(orders()).toEqual(['AP-000123']);
    await choose('Review', 'All');
    await userEvent.click(screen.getByRole('button', { name: 'More filters' }));
    await choose('Stands', 'Provider paused');
    expect(orders()).toEqual(['AP-000140']);
    await choose('Provider', 'Registered school');
    await userEvent.click(await screen.findByRole('button', { name: 'Show all placements' }));
    expect(orders()).toHaveLength(3);
    await choose('Paid by', "The council's budget");
    expect(orders()).toEqual(['AP-000131']);
  });

  it('both files hold what the list shows; one that cannot be had says why', async () => {
    const { callsOf } = await show();
    await choose('Ends', 'Later');
    await userEvent.click(screen.getByRole('button', { name: /as CSV$/ }));
    await userEvent.click(screen.getByRole('button', { name: /as XLSX$/ }));
    expect([...(callsOf('getPlacementsFile')[0]?.query ?? [])]).toEqual([['end', 'later']]);
    expect(HTMLAnchorElement.prototype.click).toHaveBeenCalledTimes(2);
  });

  it('a file that cannot be had says why, and the list stays', async () => {
    await show(() => {
      throw new Refuse('busy-try-later', 'The register is busy.');
    });
    await userEvent.click(screen.getByRole('button', { name: /as XLSX$/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('The register is busy.');
    expect(orders()).toHaveLength(3);
  });
});

test('row 72: the file holds no more of a pupil than the reference, and nothing in it is taken for a formula', () => {
  const [headings, first, second] = csvText(placementTable(somePlacements, placementsDay)).split('\r\n');
  expect(headings).toContain('Order,Request,School or department,Provider');
  expect(first).toBe(
    'AP-000123,CO-7K3MQ9,Vale Academy,Greenway Learning,Not a registered school,Woodland days,Engagement & Reengagement,Y9-014,The school,The school,Running,10,4,Part-time,2027-01-12,13,2027-07-21,Later,2027-03-26,Yes,2027-02-11,Overdue',
  );
  expect(second).toContain("'=Y10-003");
});
