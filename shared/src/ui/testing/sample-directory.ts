import type { DirectoryReply, ServiceSummary } from '../../contract/directory.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { service } from '../forms/testing/samples.ts';

export const summary = (changes: Partial<ServiceSummary> = {}): ServiceSummary => ({
  ...service,
  outcode: 'DT2',
  distance: 'about 6 miles',
  placesFree: 3,
  placesAsAt: localDate('2027-03-02'),
  qaCheckedOn: localDate('2027-03-03'),
  earliestStart: localDate('2027-04-12'),
  why: ['Matches "mentoring"', 'About 6 miles'],
  ...changes,
});

export const directory = (changes: Partial<DirectoryReply> = {}): DirectoryReply => ({
  total: 1,
  page: 1,
  pageSize: 25,
  vat: 'ex',
  near: 'DT1',
  items: [summary()],
  facets: {
    lots: [{ value: 'lot-1', label: 'Engagement & Reengagement', count: 1 }],
    keyStages: [{ value: 'KS3', label: 'Key stage 3', count: 1 }],
    needs: [{ value: 'SEMH', label: 'SEMH', count: 1 }],
    modes: [{ value: 'off-site', label: 'Off site', count: 1 }],
    units: [{ value: 'day', label: 'Per day', count: 1 }],
    places: [
      { value: '1', label: 'A place free', count: 1 },
      { value: '2', label: '2 or more places free', count: 1 },
      { value: '5', label: '5 or more places free', count: 0 },
    ],
    starts: [{ value: '2027-03-08', label: 'By 8 March 2027', count: 0 }],
  },
  without: [],
  freshAt: '2027-03-03T09:00:00Z',
  ...changes,
});
