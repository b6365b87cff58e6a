import {
  inclusionDepartmentRef,
  otherSchoolRef,
  sampleAcademyRef,
  sendDepartmentRef,
  virtualSchoolDepartmentRef,
} from '@ap/local/sample/ids';
import { displayNameOf, type SamplePerson } from '@ap/local/sample/people';
import { sampleTermDates } from '@ap/shared/domain/days/sample-term-dates';
import type { Person } from '@ap/shared/domain/people/person';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import type { CsvRow } from '../read-csv.ts';
import { type BuyerRow, schoolBuyers } from './school-buyers.ts';

const departments: readonly (readonly [ref: string, name: string])[] = [
  [sendDepartmentRef, 'SEND department'],
  [virtualSchoolDepartmentRef, 'Virtual School'],
  [inclusionDepartmentRef, 'Inclusion department'],
];

const departmentBuyers = (councilTenantId: string): readonly BuyerRow[] =>
  departments.map(([ref, name]) => ({
    buyer: {
      ref,
      name,
      type: 'council-department',
      phase: 'not-known',
      status: 'active',
      outcode: 'DT1',
      tenantIds: [councilTenantId],
      legalBuyer: 'Dorset sample council',
      invoiceAddress: `Accounts payable, ${name}\nDorset sample council\nDT1 9ZZ`,
      termDates: sampleTermDates,
    },
    note: 'Synthetic sample data',
  }));

export const personOf = (person: SamplePerson): Person => ({
  tenantId: person.tenantId,
  objectId: person.userId,
  name: displayNameOf(person),
  email: person.mail,
});

/**
 * Two schools have mailboxes for whom a pupil's whereabouts concern: its attendance contact and its safeguarding lead. The first sample school has none, so
 * that both ways of telling are seen in a local run.
 */
const withAddresses: Readonly<Record<string, Pick<Buyer, 'attendanceEmail' | 'safeguardingEmail'>>> = {
  [otherSchoolRef]: { attendanceEmail: 'attendance@other-school.example', safeguardingEmail: 'safeguarding@other-school.example' },
  [sampleAcademyRef]: { attendanceEmail: 'attendance@sample-academy.example', safeguardingEmail: 'safeguarding@sample-academy.example' },
};

/** A buyer with the people of the sample: the tenants that they sign in from, and who stands in as approver. */
const withPeople = (row: BuyerRow, people: readonly SamplePerson[]): BuyerRow => {
  const { ref } = row.buyer;
  const members = people.filter(({ memberships }) => memberships.some(({ buyerRef }) => buyerRef === ref));
  const fallback = people.find(({ fallbackFor }) => fallbackFor?.includes(ref));
  if (members.length === 0 && !fallback) return row;
  const trust = ref === sampleAcademyRef ? { legalBuyer: 'Sample Academy Trust', parentTrust: 'Sample Academy Trust' } : {};
  return {
    buyer: {
      ...row.buyer,
      ...trust,
      ...withAddresses[ref],
      tenantIds: [...new Set([...row.buyer.tenantIds, ...members.map(({ tenantId }) => tenantId)])],
      fallbackApprover: fallback && personOf(fallback),
    },
    note: row.note ?? 'Synthetic sample data: its people and its trust are invented',
  };
};

/** Every buyer of the sample: the schools of the register and three departments of the council. */
export const sampleBuyers = (rows: readonly CsvRow[], councilTenantId: string, people: readonly SamplePerson[]): readonly BuyerRow[] =>
  [...departmentBuyers(councilTenantId), ...schoolBuyers(rows, councilTenantId)].map((row) => withPeople(row, people));
