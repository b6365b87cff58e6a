import type { ProviderChangeReply } from '../../contract/provider-changes.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { vatNote } from '../../domain/money/vat-notes.ts';

export const proposedChange = (changes: Partial<ProviderChangeReply> = {}): ProviderChangeReply => ({
  ref: 'PC-4F7K2Q',
  providerName: 'Greenway Learning',
  state: 'proposed',
  proposedBy: 'Pat Green, manager',
  proposedAt: '2027-03-02T09:40:00Z',
  profile: [
    { field: 'phone', before: '01305 000000', after: '01305 555 0199' },
    {
      field: 'summary',
      before: 'Outdoor learning',
      after: 'Outdoor learning in small groups, with transport from Dorchester and Weymouth.',
    },
    { field: 'website', before: '', after: 'https://greenway.example' },
  ],
  places: [{ serviceName: 'Forest learning', before: 3, after: 1, asAt: localDate('2027-03-02') }],
  vat: [
    {
      serviceName: 'Classroom cover',
      after: 'exempt-education',
      evidence: 'Letter of 2 March 2027',
      note: vatNote('teacher', 'exempt-education') ?? '',
    },
  ],
  ...changes,
});
