import type { OwnCheckReply } from '../../contract/own-checks.ts';
import { localDate } from '../../domain/days/local-date.ts';

/** A school that recorded none. */
export const uncheckedSchool = (changes: Partial<OwnCheckReply> = {}): OwnCheckReply => ({
  buyerRef: 'B-0001',
  buyerName: 'Oakfield School',
  department: false,
  ...changes,
});

export const checkedSchool = (changes: Partial<NonNullable<OwnCheckReply['check']>> = {}): OwnCheckReply =>
  uncheckedSchool({
    check: {
      checkedOn: localDate('2027-03-03'),
      checkedBy: 'Jo Smith',
      headings: ['visited', 'staff-checks'],
      note: 'The rooms are calm, and staff knew the fire plan.',
      reviewOn: localDate('2028-03-03'),
      overdue: false,
      ...changes,
    },
  });
