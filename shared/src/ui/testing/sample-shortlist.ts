import type { ChoiceReply } from '../../contract/comparisons.ts';
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

/** A choice between two services of that shortlist. */
export const aChoice = (changes: Partial<ChoiceReply> = {}): ChoiceReply => ({
  choiceRef: '0f0e0d0c-0000-4000-8000-000000000001',
  at: '2027-03-01T12:00:00Z',
  by: 'Priya Nair',
  serviceRef: 'S-0001',
  reason: 'The nearest that can start in January.',
  plan: '2d-both-5h-12w',
  compared: [
    {
      serviceRef: 'S-0001',
      name: 'Forest learning',
      providerName: 'Greenway Learning',
      price: pence(9_500),
      priceIncVat: pence(11_400),
      unit: 'day',
      vatTreatment: 'standard-rated',
      planned: { units: 24, net: pence(228_000), gross: pence(273_600) },
    },
    {
      serviceRef: 'S-0002',
      name: 'Counselling',
      providerName: 'Greenway Learning',
      price: pence(6_150),
      priceIncVat: pence(7_380),
      unit: 'hour',
      vatTreatment: 'standard-rated',
      planned: { units: 120, net: pence(738_000), gross: pence(885_600) },
    },
  ],
  ...changes,
});
