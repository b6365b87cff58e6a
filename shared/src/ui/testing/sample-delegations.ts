import type { DelegationPlace, StoodInFor } from '../../contract/delegation.ts';
import { localDate } from '../../domain/days/local-date.ts';
import { senco } from '../forms/testing/samples.ts';

const colleague = (name: string, digit: string): StoodInFor['approver'] => ({
  tenantId: senco.tenantId,
  objectId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  name,
});
export const head = colleague('Alex Head', '6');
export const deputy = colleague('Dana Deputy', '7');
export const bursar = colleague('Ada Bursar', '4');

const days = (from: string, until: string) => ({ from: localDate(from), until: localDate(until) });

/** An approver who is stood in for, or was. */
export const stoodInFor = (changes: Partial<StoodInFor> = {}): StoodInFor => ({
  approver: head,
  past: [],
  colleagues: [bursar, deputy],
  ...changes,
});

export const away: Partial<StoodInFor> = {
  present: { delegate: deputy, ...days('2027-03-01', '2027-03-05') },
  namedBy: 'Alex Head',
  why: 'planned-absence',
  past: [
    { delegate: bursar, ...days('2026-12-07', '2026-12-07'), namedBy: 'Elin Prosser' },
    { delegate: deputy, ...days('2026-10-12', '2026-10-16'), namedBy: 'Alex Head' },
  ],
};

export const aPlace = (changes: Partial<DelegationPlace> = {}): DelegationPlace => ({
  buyer: { ref: 'B-0001', name: 'Oakfield School' },
  standsInFor: [],
  others: [],
  ...changes,
});

export const standsInForHead: DelegationPlace['standsInFor'] = [{ approver: 'Alex Head', ...days('2027-03-01', '2027-03-05') }];
