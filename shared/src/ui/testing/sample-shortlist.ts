import type { Shortlisted } from '../../contract/shortlist.ts';
import { pence } from '../../domain/money/money.ts';
import { summary } from './sample-directory.ts';

const counselling = summary({
  serviceRef: 'S-0002',
  name: 'Counselling',
  deliveryMode: 'home',
  price: pence(6_150),
  priceIncVat: pence(7_380),
  unit: 'hour',
});

/** Three services of a school's shortlist, one of which is no longer offered. */
export const shortlisted: readonly Shortlisted[] = [
  { serviceRef: 'S-0001', addedAt: '2027-03-01T09:00:00Z', listed: true, service: summary() },
  { serviceRef: 'S-0002', addedAt: '2027-03-01T10:00:00Z', listed: true, service: counselling },
  {
    serviceRef: 'S-0003',
    addedAt: '2027-03-01T11:00:00Z',
    listed: false,
    whyNot: 'This service is no longer offered.',
    service: summary({ serviceRef: 'S-0003', name: 'Boxing' }),
  },
];
