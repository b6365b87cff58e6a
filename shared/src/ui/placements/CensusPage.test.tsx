import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listCensusPlacements } from '../../contract/placements.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { bannedWordOnPage } from '../forms/testing/copy-rules.ts';
import { fakeService, Refuse } from '../forms/testing/fake-service.ts';
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
  over: false,
  toComplete: ['Primary reason for the placement: it is not kept here.'],
};
type Reply = ReplyOf<typeof listCensusPlacements>;
const found: Reply = { rows: [row], checks: [], notStarted: [] };
const show = async (reply: Reply = found, refuse = false) => {
  const served = fakeService({
    getMe: () => meAs(membership()),
    listCensusPlacements: () => reply,
    getCensusFile: () => {
      if (refuse) throw new Refuse('busy-try-later', 'The register is busy.');
      return { fileName: 'a.xlsx', mediaType: 'a/b', content: '' };
    },
  });
  renderScreen(<PlacementsPage />, served.api, { place: { at: 'placements', path: 'census' }, service: served.service });
  await screen.findByRole('heading', { level: 1, name: 'Placements for the school census' });
  return served;
};
const ask = async () => {
  await userEvent.type(await screen.findByRole('textbox', { name: 'First day of the period' }), '1 1 2027');
  await userEvent.type(screen.getByRole('textbox', { name: 'Last day of the period' }), '21 1 2027');
  await userEvent.click(screen.getByRole('button', { name: 'Show the placements' }));
};

beforeEach(() => {
  URL.createObjectURL = () => 'blob:file';
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('row 73: placements for the school census', () => {
  it('R26: shows what is to complete before the file is saved', async () => {
    const { callsOf } = await show();
    await ask();
    const found = within(await screen.findByRole('row', { name: /Y9-014/ }));
    for (const words of ['OTH', '12 Jan 2027', 'Part-time', '4', 'Primary reason for the placement: it is not kept here.'])
      expect(found.getByText(words)).toBeTruthy();
    expect(screen.getByText('The checks found nothing to look at beside what is to complete.')).toBeTruthy();
    expect(screen.getByText(/No name, date of birth or UPN of a pupil is kept here/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Download CSV' }));
    await userEvent.click(screen.getByRole('button', { name: 'Download XLSX' }));
    expect(HTMLAnchorElement.prototype.click).toHaveBeenCalledTimes(2);
    expect(callsOf('getCensusFile')[0]?.query.get('to')).toBe('2027-01-21');
    expect([...(callsOf('listCensusPlacements')[0]?.query ?? [])]).toEqual([
      ['from', '2027-01-01'],
      ['to', '2027-01-21'],
    ]);
    expect(bannedWordOnPage()).toBeUndefined();
  });

  it('R26: tells what the checks found before anything is saved, also where no placement ran', async () => {
    await show({ rows: [], checks: [{ about: 'AP-000123', sentence: 'Its last day was in March.' }], notStarted: ['AP-000200'] });
    await ask();
    const list = within(await screen.findByRole('region', { name: 'To look at before you return them' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'AP-000123: Its last day was in March.',
      expect.stringMatching(/^AP-000200: It was to start by then, and nobody recorded a start/),
    ]);
    expect(screen.getByText('No placement ran in this period')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
  });

  it('says why a workbook cannot be had', async () => {
    await show(found, true);
    await ask();
    await userEvent.click(await screen.findByRole('button', { name: 'Download XLSX' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The register is busy.');
  });

  it('asks for a period, and shows nothing to whoever works for no school', async () => {
    const { callsOf } = await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Show the placements' }));
    expect(await screen.findAllByText('Enter the first day of the period, such as 18 1 2027')).not.toHaveLength(0);
    expect(callsOf('listCensusPlacements')).toHaveLength(0);
  });
});
