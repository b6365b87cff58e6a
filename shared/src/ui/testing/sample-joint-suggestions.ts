import type { JointSuggestionReply } from '../../contract/joint-suggestions.ts';
import { localDate } from '../../domain/days/local-date.ts';

/** What a school is told: one request of its own, and three of two others. `own: undefined` leaves that out, as for commissioners. */
export const aJointSuggestion = ({
  own = { buyerRef: 'ASH', buyerName: 'Ash Lane School', requests: 1 },
  ...changes
}: Partial<JointSuggestionReply> = {}): JointSuggestionReply => ({
  key: 'lot-2.CO-7K3MQ9',
  lotName: 'Academic tuition',
  requests: 4,
  schools: 3,
  around: 'DT1',
  miles: 20,
  startsFrom: '2027-01',
  startsTo: '2027-03',
  from: localDate('2027-01-01'),
  to: localDate('2027-07-31'),
  services: [{ serviceRef: 'S-0001', name: 'One-to-one tuition', providerName: 'Greenway Learning', unit: 'hour', units: 120 }],
  ...(changes.names ? {} : { own }),
  ...changes,
});
