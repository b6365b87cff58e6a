import * as z from 'zod';
import { delegationActions, delegationReasons } from '../domain/approvals/delegation-event.ts';
import { payers } from '../domain/money/payer.ts';
import { type Delegation, type Membership, memberRoles, membershipStatuses } from '../domain/people/membership.ts';
import { parsePersonKey, personKey } from '../domain/people/person.ts';
import { choice, day, json, money, multiChoice, person, reference, text } from './column.ts';
import { defineList, type Fields } from './list.ts';
import { localDate, person as somebody } from './record-shape.ts';
import { systemNote } from './system-note.ts';

const delegationEvents = z.array(
  z.strictObject({
    number: z.int().min(1),
    action: z.enum(delegationActions),
    at: z.string(),
    by: somebody,
    why: z.enum(delegationReasons),
    to: somebody,
    from: localDate,
    until: localDate,
  }),
);

export const buyerMembers = defineList({
  title: 'BuyerMembers',
  description: "Who acts for a buyer. The buyer's own contact grants access and removes leavers; a commissioner appoints the contact.",
  handEdited: true,
  columns: {
    Title: text({
      label: 'Member',
      holds: 'staff-identity',
      hint: 'Buyer and person: one row for each pair',
      required: true,
      indexed: true,
      unique: true,
    }),
    BuyerRef: reference({ label: 'Buyer', holds: 'none', required: true, indexed: true }),
    Person: person({ label: 'Person', holds: 'staff-identity', hint: 'tenant id/object id', required: true, indexed: true }),
    PersonName: text({ label: 'Name', holds: 'staff-identity', required: true }),
    PersonEmail: text({ label: 'E-mail', holds: 'staff-identity', required: true }),
    Roles: multiChoice(memberRoles, { label: 'Roles', holds: 'none', required: true }),
    Status: choice(membershipStatuses, {
      label: 'Status',
      holds: 'none',
      required: true,
      indexed: true,
      tones: { asked: 'waiting', active: 'good', removed: 'stopped' },
    }),
    ApprovalLimit: money({ label: 'Approves up to (incl. VAT)', holds: 'none' }),
    Payers: multiChoice(payers, { label: 'Approves money of', holds: 'none', hint: 'Council departments only' }),
    DelegateTo: person({ label: 'While away', holds: 'staff-identity', hint: 'tenant id/object id' }),
    DelegateName: text({ label: 'Delegate', holds: 'staff-identity' }),
    DelegateEmail: text({ label: 'E-mail of the delegate', holds: 'staff-identity' }),
    DelegateFrom: day({ label: 'Away from', holds: 'none' }),
    DelegateUntil: day({ label: 'Away until', holds: 'none' }),
    Delegations: json(delegationEvents, {
      label: 'Past delegations',
      holds: 'staff-identity',
      hint: 'What became of each delegation as JSON. Written by the product only; empty where nobody was ever stood in for.',
    }),
    SystemNote: systemNote,
  },
  views: [
    {
      title: 'All members',
      columns: ['BuyerRef', 'PersonName', 'PersonEmail', 'Roles', 'Status', 'ApprovalLimit', 'SystemNote'],
      orderBy: 'BuyerRef',
    },
    {
      title: 'Asked for access',
      columns: ['BuyerRef', 'PersonName', 'PersonEmail'],
      orderBy: 'BuyerRef',
      filter: { column: 'Status', equals: 'asked' },
    },
  ],
});

export type MembershipFields = Fields<typeof buyerMembers>;

/** The one key of a membership: the same person twice at one buyer is refused by the unique column. */
export const membershipTitle = (buyerRef: string, key: string): string => `${buyerRef}:${key}`;

const toDelegation = (fields: MembershipFields): Delegation | undefined => {
  const { DelegateTo, DelegateName, DelegateEmail, DelegateFrom, DelegateUntil } = fields;
  const id = DelegateTo === undefined ? undefined : parsePersonKey(DelegateTo);
  if (!id || DelegateName === undefined || DelegateEmail === undefined || DelegateFrom === undefined || DelegateUntil === undefined)
    return undefined;
  return { to: { ...id, name: DelegateName, email: DelegateEmail }, from: DelegateFrom, until: DelegateUntil };
};

/** The columns of a delegation, all empty where there is none, and what became of those before. */
export const delegationFields = ({ delegation, delegationEvents: events }: Pick<Membership, 'delegation' | 'delegationEvents'>) => ({
  DelegateTo: delegation && personKey(delegation.to),
  DelegateName: delegation?.to.name,
  DelegateEmail: delegation?.to.email,
  DelegateFrom: delegation?.from,
  DelegateUntil: delegation?.until,
  Delegations: events && [...events],
});

/** `undefined` where the person's key cannot be read: such a row gives nobody any right. */
export const toMembership = (fields: MembershipFields): Membership | undefined => {
  const id = parsePersonKey(fields.Person);
  const delegation = toDelegation(fields);
  return (
    id && {
      buyerRef: fields.BuyerRef,
      person: { ...id, name: fields.PersonName, email: fields.PersonEmail },
      roles: fields.Roles,
      status: fields.Status,
      approvalLimit: fields.ApprovalLimit,
      payers: fields.Payers ?? [],
      ...(delegation === undefined ? {} : { delegation }),
      ...(fields.Delegations === undefined ? {} : { delegationEvents: fields.Delegations }),
    }
  );
};

export const fromMembership = (membership: Membership): MembershipFields => ({
  Title: membershipTitle(membership.buyerRef, personKey(membership.person)),
  BuyerRef: membership.buyerRef,
  Person: personKey(membership.person),
  PersonName: membership.person.name,
  PersonEmail: membership.person.email,
  Roles: membership.roles,
  Status: membership.status,
  ApprovalLimit: membership.approvalLimit,
  Payers: membership.payers.length > 0 ? membership.payers : undefined,
  ...delegationFields(membership),
});
