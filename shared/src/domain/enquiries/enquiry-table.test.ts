import { aMembership, head, officer, senco, stranger } from '../call-off/call-off.fixture.ts';
import { criterionWords } from './enquiry.ts';
import { enquiryRoleNames, enquiryRolesOf } from './enquiry-command.ts';
import { enquiryMachine } from './enquiry-machine.ts';

test('which command leads an enquiry where, and who gives it', () => {
  expect(
    enquiryMachine.moves.map(({ command, from, to, by, audit }) => [command, from.join('|'), to.join('|'), by.join('|'), audit]),
  ).toEqual([
    ['send-enquiry', 'none', 'sent', 'buyer', 'enquiry-sent'],
    ['answer-enquiry', 'sent|partly-replied|replied', 'partly-replied|replied', 'provider', 'enquiry-answered'],
    ['answer-for-council', 'sent|partly-replied', 'partly-replied|replied', 'commissioner', 'enquiry-council-answered'],
    ['answer-for-council', 'closed', 'closed', 'commissioner', 'enquiry-council-answered'],
    ['refine-criterion', 'sent|partly-replied', 'same', 'buyer', 'enquiry-criterion-refined'],
    ['remind-unanswered', 'sent|partly-replied', 'same', 'product', 'enquiry-reminded'],
    ['close-enquiry', 'sent|partly-replied|replied', 'closed', 'product', 'enquiry-closed'],
    ['choose-answer', 'partly-replied|replied|closed', 'converted', 'buyer', 'enquiry-answer-chosen'],
    ['end-enquiry', 'sent|partly-replied|replied|closed', 'ended', 'buyer', 'enquiry-ended'],
  ]);
  expect(enquiryMachine.ends).toEqual(['converted', 'ended']);
  // Each state and each role has its words.
  expect([...Object.values(enquiryMachine.states), ...Object.values(enquiryRoleNames), ...Object.values(criterionWords)]).not.toContain('');
  expect(Object.keys(enquiryRoleNames)).toEqual(['buyer', 'commissioner', 'provider', 'product']);
  expect(enquiryMachine.states).toMatchObject({ closed: 'closed', ended: 'over' });
  expect(criterionWords).toEqual({
    price: 'Price ex VAT',
    'earliest-start': 'How soon it can start',
    'meets-need': 'How well it meets the need',
    distance: 'How far it is',
  });
});

test('a requester, an approver or a contact acts for its own buyer; a commissioner for the council; each may be both, and others nothing', () => {
  const members = [aMembership(senco, ['requester']), aMembership(head, ['approver']), aMembership(stranger, ['contact'])];
  const councilMembers = [
    aMembership(officer, ['commissioner'], { buyerRef: 'CD-SEND' }),
    aMembership(head, ['commissioner'], { buyerRef: 'CD-SEND' }),
  ];
  const roles = (person: typeof senco, buyerRef = '113800') => enquiryRolesOf(person, buyerRef, { members, councilMembers });
  expect([senco, head, stranger, officer].map((person) => roles(person))).toEqual([
    ['buyer'],
    ['buyer', 'commissioner'],
    ['buyer'],
    ['commissioner'],
  ]);
  expect([senco, head].map((person) => roles(person, '999999'))).toEqual([[], ['commissioner']]);
});
