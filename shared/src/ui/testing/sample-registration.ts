import type { ReplyOf } from '../../contract/endpoint.ts';
import type { LimitReply } from '../../contract/limits.ts';
import type { listRegistrationLoads } from '../../contract/registration-loads.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { defaultThreshold } from '../../domain/quality/registration-load.ts';

type Loads = ReplyOf<typeof listRegistrationLoads>;

export const registrationLoads = (changes: Partial<Loads> = {}): Loads => ({
  policy: defaultThreshold,
  rule: {
    title: 'Registration as a school',
    text: 'A registered school shows its number. Any other provider keeps below the number of pupils and hours at which it must register.',
    source: 'Education Act 1996, section 463; Education and Skills Act 2008, section 96',
    edition: 'As read in November 2026',
    checkedOn: localDate('2025-12-01'),
    toCompare: true,
  },
  providers: [
    {
      providerRef: 'P-0002',
      providerName: 'Harbour Mentoring',
      standing: 'near',
      on: localDate('2027-04-12'),
      fullTime: 4,
      fullTimeWithPlan: 0,
      nearFullTime: 2,
      nearFullTimeWithPlan: 0,
      sentence: '',
      view: {
        state: 'holds',
        by: 'Kim Officer',
        on: localDate('2027-02-01'),
        until: localDate('2027-07-31'),
        reason: 'No pupil stays for the whole week: the timetable was seen.',
      },
    },
    {
      providerRef: 'P-0001',
      providerName: 'Greenway Learning',
      standing: 'below',
      on: localDate('2027-03-02'),
      fullTime: 0,
      fullTimeWithPlan: 0,
      nearFullTime: 0,
      nearFullTimeWithPlan: 0,
      sentence: '',
      elsewhere: { pupils: 2, withPlan: 0, asAt: localDate('2027-02-01') },
      allowed: { pupils: 6, withPlan: 0, until: localDate('2027-07-31') },
      view: { state: 'never-checked' },
    },
  ],
  ...changes,
});

/** A framework that is nearly spent, with an allowance, and a provider that declares pupils from elsewhere. */
export const limitsOfAll = (): LimitReply[] => [
  {
    ref: 'FV-AP-2026',
    kind: 'framework-value',
    of: 'AP-2026',
    name: 'Alternative provision 2026',
    taken: 84_000_000,
    limit: 100_000_000,
    standing: 'near',
    liveOrders: 112,
    overrides: [
      {
        ref: 'FV-AP-2026-O1',
        allowed: { kind: 'value', upTo: 100_000_000 },
        reason: 'Agreed with procurement while the next framework is let.',
        by: 'Kim Officer',
        at: '2027-01-12T09:30:00Z',
        until: localDate('2027-07-31'),
        inForce: true,
      },
    ],
  },
  {
    ref: 'RL-P-0003',
    kind: 'registration-load',
    of: 'P-0003',
    name: 'Greenway Learning',
    standing: 'below',
    elsewhere: { pupils: 2, withPlan: 0, asAt: localDate('2027-02-01') },
    liveOrders: 3,
    overrides: [],
  },
];
