import fc from 'fast-check';
import { aBuyer, aMembership, aProvider, deputy, head, officer, senco } from '../call-off/call-off.fixture.ts';
import type { Membership } from '../people/membership.ts';
import { buyerTypes } from '../register/buyer-type.ts';
import { noticeAudiences } from './notice.ts';
import { mayRead, recipientKey, recipientsOf } from './notice-recipients.ts';

const school = aBuyer();
const academy = aBuyer({ ref: '114000', name: 'Harbour Academy', type: 'academy' });
const department = aBuyer({ ref: 'CD-SEND', name: 'SEND department', type: 'council-department' });
const buyers = [school, academy, department];
const members: readonly Membership[] = [
  aMembership(senco, ['requester']),
  aMembership(head, ['approver']),
  aMembership(head, ['approver'], { buyerRef: academy.ref }),
  aMembership(deputy, ['requester'], { status: 'removed' }),
  aMembership(officer, ['commissioner'], { buyerRef: department.ref }),
];
const providers = [
  aProvider(),
  aProvider({ ref: 'P-0002', tradingName: undefined, email: 'two@provider.example' }),
  aProvider({ ref: 'P-0003', status: 'removed' }),
  aProvider({ ref: 'P-0004', status: 'prospective' }),
];
const names = (...audience: Parameters<typeof recipientsOf>[0]) =>
  recipientsOf(audience, { buyers, members, providers }).map((each) => (each.kind === 'person' ? each.person.name : each.name));

test('an audience is the active people of its buyers, each once, and providers that are on the framework', () => {
  expect(school.type).toBe('maintained-school');
  expect(names('maintained-school')).toEqual([senco.name, head.name]);
  expect(names('maintained-school', 'academy')).toEqual([senco.name, head.name]);
  expect(names('academy')).toEqual([head.name]);
  expect(names('council-department')).toEqual([officer.name]);
  expect(names('provider')).toEqual(['Blackmore Vale', 'Blackmore Vale Provision Limited']);
  expect(names('special-school')).toEqual([]);
  expect(names()).toEqual([]);
});

test('a person is told as of a school of the audience, a provider at its mailbox', () => {
  expect(recipientsOf(['academy', 'provider'], { buyers, members, providers: providers.slice(1, 2) })).toEqual([
    { kind: 'person', person: head, of: 'Harbour Academy' },
    { kind: 'provider', ref: 'P-0002', name: 'Blackmore Vale Provision Limited', email: 'two@provider.example' },
  ]);
});

test('a provider has one key, however its reference is written; whoever left a school reads nothing of it', () => {
  const keys = ['P-0002', 'p-0002'].map((ref) => recipientKey({ kind: 'provider', ref }));
  expect(keys).toEqual(['provider/p-0002', 'provider/p-0002']);
  const left = aMembership(senco, ['requester'], { status: 'removed' });
  expect([left, aMembership(senco, ['requester'])].map((each) => mayRead(['maintained-school'], [each], buyers))).toEqual([false, true]);
});

test('nobody is told of a school that was closed', () => {
  const closed = [aBuyer({ status: 'closed' })];
  expect(recipientsOf(['maintained-school'], { buyers: closed, members, providers: [] })).toEqual([]);
  expect(mayRead(['maintained-school'], members, closed)).toBe(false);
});

test('whoever is told may read it, and who may read it is told: of people both are the same', () => {
  const audiences = fc.subarray([...noticeAudiences]);
  const someBuyers = fc.array(fc.record({ type: fc.constantFrom(...buyerTypes), status: fc.constantFrom('active', 'closed') }), {
    maxLength: 5,
  });
  const someMembers = fc.array(fc.record({ at: fc.nat(5), who: fc.nat(3), status: fc.constantFrom('active', 'asked', 'removed') }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(audiences, someBuyers, someMembers, (audience, types, rows) => {
      const register = types.map((each, index) => aBuyer({ ...each, ref: `B-${index}` }) as typeof school);
      const people = [senco, head, deputy, officer];
      const memberships = rows.map(({ at, who, status }) =>
        aMembership(people[who] ?? senco, ['requester'], { buyerRef: `B-${at}`, status } as Partial<Membership>),
      );
      const told = recipientsOf(audience, { buyers: register, members: memberships, providers });
      const keys = told.map(recipientKey);
      expect(new Set(keys).size).toBe(keys.length);
      for (const person of people) {
        const own = memberships.filter((each) => each.person === person);
        expect(keys.includes(recipientKey({ kind: 'person', person }))).toBe(mayRead(audience, own, register));
      }
    }),
    { numRuns: 200 },
  );
});
