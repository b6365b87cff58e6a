import * as React from 'react';
import type { MemberReply } from '../../../contract/access.ts';
import { AccessPage } from '../../access/AccessPage.tsx';
import { meAs, membership, oakfield, senco } from '../../forms/testing/samples.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const person = (name: string, digit: string): MemberReply['person'] => ({
  tenantId: senco.tenantId,
  objectId: `${digit.repeat(8)}-0000-4000-8000-000000000000`,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@oakfield.example`,
});
const members: MemberReply[] = [
  { person: senco, roles: ['contact', 'requester'], status: 'active' },
  { person: person('Ada Bursar', '4'), roles: ['requester', 'approver'], status: 'active' },
  { person: person('Zoe Newcomer', '5'), roles: ['requester'], status: 'asked' },
];
const at = { screen: <AccessPage />, place: { at: 'access' as const } };
const known: Answers = {
  getMe: () => meAs(membership()),
  listMembers: () => ({ members }),
  findBuyers: () => ({
    buyers: [
      { ref: 'B-0007', name: 'Vale School', hasContact: true },
      { ref: 'B-0008', name: 'Hill College', hasContact: false },
    ],
    total: 21,
  }),
  listCallOffs: () => ({ callOffs: [] }),
};
const contact = meAs(membership({ roles: ['contact', 'requester'] }));

export const accessExhibits: readonly Exhibit[] = [
  { name: 'access, none yet', ...at, answers: { ...known, getMe: () => meAs() }, shows: 'You act for no school yet' },
  { name: 'access, found schools', ...at, answers: known, press: 'Search', shows: 'Showing 2 of 21' },
  {
    name: 'access, found nothing',
    ...at,
    answers: { ...known, findBuyers: () => ({ buyers: [], total: 0 }) },
    press: 'Search',
    shows: 'No school of that name',
  },
  { name: 'access, of a contact', ...at, answers: { ...known, getMe: () => contact }, shows: 'Asks to raise requests' },
  {
    name: 'access, of a contact, ending one',
    ...at,
    answers: { ...known, getMe: () => contact },
    press: 'Remove Ada Bursar',
    shows: 'Keep access',
  },
  {
    name: 'access, asked and barred',
    ...at,
    answers: {
      ...known,
      getMe: () =>
        meAs(
          membership({ status: 'asked' }),
          membership({
            buyer: { ...oakfield, ref: 'B-0002', name: 'Hill College' },
            whyNotBuy: 'Hill College can search, but cannot buy.',
          }),
        ),
    },
    shows: 'Waiting for an answer',
  },
  ...waitingAndFailing({ name: 'access', ...at, answers: known }, 'getMe', 'Loading your access'),
];
