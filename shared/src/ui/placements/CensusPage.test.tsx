import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listCensusPlacements } from '../../contract/placements.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService } from '../forms/testing/fake-service.ts';
import { renderScreen } from '../forms/testing/render-screen.tsx';
import { meAs, membership } from '../forms/testing/samples.ts';
import { PlacementsPage } from './PlacementsPage.tsx';

const row: ReplyOf<typeof listCensusPlacements>['rows'][number] = {
  ref: 'CO-7K3MQ9',
  orderNumber: 'AP-000123',
  pupilRef: 'Y9-014',
  providerName: 'Greenway Learning',
  urn: '',
  ukprn: '',
  settingType: 'OTH',
  startDate: localDate('2027-01-12'),
  endDate: localDate('2027-03-18'),
  attendancePattern: 'P',
  sessionsPerWeek: 4,
  toComplete: ['Primary reason for the placement: it is not kept here.'],
};
const show = async (me = meAs(membership())) => {
  const served = fakeService({ getMe: () => me, listCensusPlacements: () => ({ rows: [row] }) });
  renderScreen(<PlacementsPage />, served.api, { place: { at: 'placements', path: 'census' }, service: served.service });
  await screen.findByRole('heading', { level: 1, name: 'Placements for the school census' });
  return served;
};

describe('row 73: placements for the school census', () => {
  it('R26: shows what is to complete before the file is saved', async () => {
    const { callsOf } = await show();
    await userEvent.type(await screen.findByRole('textbox', { name: 'First day of the period' }), '1 1 2027');
    await userEvent.type(screen.getByRole('textbox', { name: 'Last day of the period' }), '21 1 2027');
    await userEvent.click(screen.getByRole('button', { name: 'Show the placements' }));
    const found = within(await screen.findByRole('row', { name: /Y9-014/ }));
    for (const words of ['OTH', '12 Jan 2027', 'Part-time', '4', 'Primary reason for the placement: it is not kept here.'])
      expect(found.getByText(words)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Save as CSV' })).toBeTruthy();
    expect([...(callsOf('listCensusPlacements')[0]?.query ?? [])]).toEqual([
      ['from', '2027-01-01'],
      ['to', '2027-01-21'],
    ]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('asks for a period, and shows nothing to whoever works for no school', async () => {
    const { callsOf } = await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Show the placements' }));
    expect(await screen.findAllByText('Enter the first day of the period, such as 18 1 2027')).not.toHaveLength(0);
    expect(callsOf('listCensusPlacements')).toHaveLength(0);
  });
});
