import { councilTenant } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import type { Membership } from '../people/membership.ts';
import { asks, asksAndApproves, head, members } from './block.fixture.ts';
import { blockRolesOf } from './block-role.ts';

const commissioner = { tenantId: councilTenant, objectId: '00000098-0000-4000-8000-0000000000b1', name: 'Cora Winfrith', email: '' };
const councilMembers: readonly Membership[] = [
  { buyerRef: 'DEPT-1', person: commissioner, roles: ['commissioner'], status: 'active', payers: [] },
];
const today = localDate('2026-12-01');
const roles = (person: ReturnType<typeof asks>, buyerRef?: string) =>
  blockRolesOf({ person, buyerRef, leadBuyerRef: 'ASH', members, councilMembers, today });

test('row 53: everybody acts for their own buyer only, and who asks for the lead buyer leads', () => {
  expect(roles(asks('BEECH'), 'BEECH')).toEqual(['requester']);
  expect(roles(head('BEECH'), 'BEECH')).toEqual(['approver']);
  expect(roles(asks('BEECH'), 'CEDAR')).toEqual([]);
  expect(roles(asks('ASH'))).toEqual(['lead']);
  expect(roles(asksAndApproves, 'ASH')).toEqual(['requester', 'approver', 'lead']);
  expect(roles(commissioner, 'BEECH')).toEqual(['commissioner']);
});

test('who has left acts for nobody, and nobody signs in as the provider or the product', () => {
  const left = members.map((member) => ({ ...member, status: 'removed' as const }));
  expect(blockRolesOf({ person: asks('ASH'), buyerRef: 'ASH', leadBuyerRef: 'ASH', members: left, councilMembers: [], today })).toEqual([]);
  const given = [...members, ...councilMembers].flatMap(({ person }) => members.flatMap(({ buyerRef }) => roles(person, buyerRef)));
  expect(new Set(given)).toEqual(new Set(['requester', 'approver', 'lead', 'commissioner']));
});
