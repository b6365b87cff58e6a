import type { Membership } from '../people/membership.ts';
import { type PersonId, samePerson } from '../people/person.ts';

/** In what capacity somebody of the buyer acts on an invoice. */
export const invoiceRoles = ['enterer', 'accepter'] as const;
export type InvoiceRole = (typeof invoiceRoles)[number];

export const invoiceRoleNames: Readonly<Record<InvoiceRole, string>> = {
  enterer: 'a requester, approver or contact of the buyer',
  accepter: 'an approver or contact of the buyer',
};

/** The roles of a person at a buyer, by its list of members. */
export const invoiceRolesOf = (members: readonly Membership[], buyerRef: string, by: PersonId): readonly InvoiceRole[] => {
  const held = members
    .filter((each) => each.buyerRef === buyerRef && each.status === 'active' && samePerson(each.person, by))
    .flatMap(({ roles }) => roles);
  return [
    ...(held.some((role) => role === 'requester' || role === 'approver' || role === 'contact') ? (['enterer'] as const) : []),
    ...(held.some((role) => role === 'approver' || role === 'contact') ? (['accepter'] as const) : []),
  ];
};
