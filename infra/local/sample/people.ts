import { type Pence, pence } from '@ap/shared/domain/money/money';
import type { Payer } from '@ap/shared/domain/money/payer';
import type { MemberRole } from '@ap/shared/domain/people/membership';
import {
  councilTenantId,
  inclusionDepartmentRef,
  otherSchoolRef,
  outsideTenantId,
  sampleAcademyRef,
  sampleSchoolRef,
  schoolTenantId,
  sendDepartmentRef,
  virtualSchoolDepartmentRef,
} from './ids.ts';

/** One invented person: who they are in the directory, and what they are to the framework. */
export interface SamplePerson {
  readonly key: string;
  readonly tenantId: string;
  readonly userId: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly jobTitle: string;
  readonly guest?: boolean;
  /** What this person is there to show, in one sentence. */
  readonly about: string;
  readonly group: 'school-staff' | 'commissioners' | 'none';
  readonly teamsAppInstalled: boolean;
  readonly memberships: readonly SampleMembership[];
  /** Reads concerns and is told of them at once. */
  readonly onDuty?: boolean;
  /** Buyers that may send a request to this person when nobody else can approve it. */
  readonly fallbackFor?: readonly string[];
}

export interface SampleMembership {
  readonly buyerRef: string;
  readonly roles: readonly MemberRole[];
  readonly approvalLimit?: Pence;
  readonly payers?: readonly Payer[];
}

const pounds = (amount: number): Pence => pence(amount * 100);

/** The domain of each sample tenant, by its id. */
export const sampleDomains: Readonly<Record<string, string>> = {
  [councilTenantId]: 'council.example',
  [schoolTenantId]: 'school.example',
  [outsideTenantId]: 'outside.example',
};

type Account = Pick<SamplePerson, 'tenantId' | 'userId' | 'givenName' | 'surname' | 'mail'>;

const account = (tenantId: string, userId: string, givenName: string, surname: string): Account => {
  const mail = `${givenName}.${surname}@${sampleDomains[tenantId]}`.toLowerCase();
  return { tenantId, userId, givenName, surname, mail };
};

/** Everybody whom the local run can sign in. The names are invented; the schools are real entries of the register, their staff are not. */
export const samplePeople: readonly SamplePerson[] = [
  {
    key: 'senco',
    ...account(councilTenantId, 'b618e7c9-4adf-4536-8c70-28394a5b6c7d', 'Priya', 'Nair'),
    jobTitle: 'SENCO',
    about: 'Raises requests for The Purbeck School.',
    group: 'school-staff',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sampleSchoolRef, roles: ['requester'] }],
  },
  {
    key: 'head-teacher',
    ...account(councilTenantId, 'c729f8da-5be0-4647-9d81-394a5b6c7d8e', 'Martin', 'Oakes'),
    jobTitle: 'Head teacher',
    about: 'Approves requests of The Purbeck School up to £20,000.',
    group: 'school-staff',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sampleSchoolRef, roles: ['approver'], approvalLimit: pounds(20_000) }],
  },
  {
    key: 'second-approver',
    ...account(councilTenantId, 'd83a09eb-6cf1-4758-ae92-4a5b6c7d8e9f', 'Tom', 'Fairley'),
    jobTitle: 'Deputy head teacher',
    about: 'Also approves for The Purbeck School, up to £5,000. Has not installed the Teams app, so only mail reaches him.',
    group: 'school-staff',
    teamsAppInstalled: false,
    memberships: [{ buyerRef: sampleSchoolRef, roles: ['approver'], approvalLimit: pounds(5_000) }],
  },
  {
    key: 'business-manager',
    ...account(councilTenantId, 'e94b1afc-7d02-4869-bfa3-5b6c7d8e9fa0', 'Elin', 'Prosser'),
    jobTitle: 'School business manager',
    about: 'The contact of The Purbeck School: grants access and removes leavers.',
    group: 'school-staff',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sampleSchoolRef, roles: ['contact'] }],
  },
  {
    key: 'other-senco',
    ...account(councilTenantId, 'fa5c2b0d-8e13-497a-80b4-6c7d8e9fa0b1', 'Grace', 'Adeyemi'),
    jobTitle: 'SENCO',
    about: 'Raises requests for The Blandford School, where nobody approves: the form offers the council as the fallback.',
    group: 'school-staff',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: otherSchoolRef, roles: ['requester'] }],
  },
  {
    key: 'newcomer',
    ...account(councilTenantId, '0b6d3c1e-9f24-4a8b-91c5-7d8e9fa0b1c2', 'Jo', 'Bramley'),
    jobTitle: 'Assistant head teacher',
    about: 'May search, belongs to no buyer yet, and can ask for access.',
    group: 'school-staff',
    teamsAppInstalled: true,
    memberships: [],
  },
  {
    key: 'chair-of-governors',
    tenantId: councilTenantId,
    userId: '1c7e4d2f-a035-4b9c-a2d6-8e9fa0b1c2d3',
    givenName: 'Harold',
    surname: 'Penrose',
    mail: 'harold.penrose@governors.example',
    jobTitle: 'Chair of governors',
    guest: true,
    about: 'A guest: approves for The Purbeck School when its staff cannot.',
    group: 'none',
    teamsAppInstalled: false,
    memberships: [],
    fallbackFor: [sampleSchoolRef],
  },
  {
    key: 'commissioner',
    ...account(councilTenantId, '2d8f5e30-b146-4cad-b3e7-9fa0b1c2d3e4', 'Helen', 'Strand'),
    jobTitle: 'SEND commissioner',
    about:
      'Runs the framework: sees every list, appoints the contacts of schools, leads the evaluation of applications, is on duty for concerns.',
    group: 'commissioners',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sendDepartmentRef, roles: ['commissioner', 'contact', 'requester', 'evaluation-lead'] }],
    onDuty: true,
  },
  {
    key: 'second-commissioner',
    ...account(councilTenantId, '94f6c5a7-28bd-4314-8a5e-07182839404a', 'Owen', 'Marsh'),
    jobTitle: 'Commissioning officer',
    about: 'The second pair of eyes: lifts what Helen Strand paused. May not see concerns.',
    group: 'commissioners',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sendDepartmentRef, roles: ['commissioner'] }],
  },
  {
    key: 'send-officer',
    ...account(councilTenantId, '3e906f41-c257-4dbe-84f8-a0b1c2d3e4f5', 'Daniel', 'Okoro'),
    jobTitle: 'SEND officer',
    about: "Approves money of EHC plans for the council's SEND department. Evaluates applications.",
    group: 'none',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sendDepartmentRef, roles: ['approver', 'evaluator'], approvalLimit: pounds(60_000), payers: ['ehc-top-up'] }],
  },
  {
    key: 'virtual-school-officer',
    ...account(councilTenantId, '4fa17052-d368-4ecf-9509-b1c2d3e4f506', 'Ruth', 'Calder'),
    jobTitle: 'Virtual School officer',
    about: 'Approves money of the Virtual School. Evaluates applications.',
    group: 'none',
    teamsAppInstalled: true,
    memberships: [
      { buyerRef: virtualSchoolDepartmentRef, roles: ['approver', 'evaluator'], approvalLimit: pounds(60_000), payers: ['virtual-school'] },
    ],
  },
  {
    key: 'inclusion-officer',
    ...account(councilTenantId, '50b28163-e479-4fd0-a61a-c2d3e4f50617', 'Sam', 'Whitcombe'),
    jobTitle: 'Inclusion officer',
    about:
      "Approves the council's inclusion budget, stands in where a school or the SEND department has nobody else to approve, and approves awards.",
    group: 'none',
    teamsAppInstalled: true,
    memberships: [
      {
        buyerRef: inclusionDepartmentRef,
        roles: ['approver', 'award-approver'],
        approvalLimit: pounds(60_000),
        payers: ['council-budget', 'split'],
      },
    ],
    fallbackFor: [otherSchoolRef, sendDepartmentRef],
  },
  {
    key: 'academy-senco',
    ...account(schoolTenantId, '61c39274-f58a-40e1-b72b-d3e4f5061728', 'Amira', 'Hassan'),
    jobTitle: 'SENCO',
    about: "Raises requests for The Thomas Hardye School from the trust's own Microsoft 365 tenant.",
    group: 'none',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sampleAcademyRef, roles: ['requester'] }],
  },
  {
    key: 'academy-approver',
    ...account(schoolTenantId, '72d4a385-069b-41f2-883c-e4f506172839', 'Peter', 'Lyle'),
    jobTitle: 'Principal',
    about: "Approves for The Thomas Hardye School from the trust's own tenant: by mail and the signed-in page.",
    group: 'none',
    teamsAppInstalled: true,
    memberships: [{ buyerRef: sampleAcademyRef, roles: ['approver', 'contact'], approvalLimit: pounds(20_000) }],
  },
  {
    key: 'outsider',
    ...account(outsideTenantId, '83e5b496-17ac-4203-994d-f50617283940', 'Noel', 'Farthing'),
    jobTitle: 'Head of inclusion',
    about: 'Signs in from a Microsoft 365 tenant that no school or department lists, and is refused.',
    group: 'none',
    teamsAppInstalled: false,
    memberships: [],
  },
];

/** A sample person by key. Throws for a key that is not there: a test or a script that names nobody must fail. */
export const samplePerson = (key: string): SamplePerson => {
  const found = samplePeople.find((person) => person.key === key);
  if (!found) throw new RangeError(`No sample person is called ${key}.`);
  return found;
};

export const displayNameOf = (person: SamplePerson): string => `${person.givenName} ${person.surname}`;

/** The buyers of the sample people, by name. */
const buyerNames: Readonly<Record<string, string>> = {
  [sampleSchoolRef]: 'The Purbeck School',
  [otherSchoolRef]: 'The Blandford School',
  [sampleAcademyRef]: 'The Thomas Hardye School',
  [sendDepartmentRef]: 'SEND department',
  [virtualSchoolDepartmentRef]: 'Virtual School',
  [inclusionDepartmentRef]: 'Inclusion department',
};

/** Where a sample person works; `undefined` for somebody who belongs to no buyer yet. */
export const workplaceOf = (person: SamplePerson): string | undefined => {
  if (person.tenantId === outsideTenantId) return 'From a tenant not on the framework';
  const ref = person.memberships[0]?.buyerRef ?? person.fallbackFor?.[0];
  return ref === undefined ? undefined : buyerNames[ref];
};
