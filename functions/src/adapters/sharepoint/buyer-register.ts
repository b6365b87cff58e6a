import { isDeepStrictEqual } from 'node:util';
import type { Membership } from '@ap/shared/domain/people/membership';
import { personKey } from '@ap/shared/domain/people/person';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { type buyerMembers, delegationFields, fromMembership, toMembership } from '@ap/shared/lists/buyer-members';
import { type buyers as buyersList, toBuyer } from '@ap/shared/lists/buyers';
import { ServiceBusy } from '../../http/service-busy.ts';
import type { BuyerRegister } from '../../ports/buyers.ts';
import type { Age } from '../../ports/providers.ts';
import type { Row } from './list-store.ts';
import { freshByTitle, type KeptLists } from './mirrors.ts';
import { RowGroups } from './row-groups.ts';

const membershipsIn = (rows: readonly Row<typeof buyerMembers>[]): readonly Membership[] =>
  rows.flatMap((row) => {
    const membership = toMembership(row.fields);
    return membership ? [membership] : [];
  });

const maxTries = 4;
/** The group in which all buyers are. */
const everyBuyer = '';

/** Buyers and memberships from their lists. */
export const buyerRegister = (lists: Pick<KeptLists, 'buyers' | 'buyerMembers'>): BuyerRegister => {
  const { buyers, buyerMembers: members } = lists;
  // Every request asks who calls: what the lists say of buyers is read out of their rows once, until one of them changes.
  const rows = new RowGroups<typeof buyersList>(() => everyBuyer);
  let known: readonly Buyer[] | undefined;
  buyers.mirror.watch((before, after) => {
    rows.take(before, after);
    known = undefined;
  });
  const ofPerson = new RowGroups<typeof buyerMembers>(({ Person }) => Person);
  members.mirror.watch(ofPerson.take);
  const all = async (): Promise<readonly Buyer[]> => {
    await buyers.mirror.ready();
    // In one go: a row that changed between reading and remembering would stay as it was until the next change.
    known ??= rows.of(everyBuyer).map((row) => toBuyer(row.fields));
    return known;
  };
  const membersOf = async (buyerRef: string, age: Age): Promise<readonly Membership[]> =>
    membershipsIn(
      age === 'fresh'
        ? await members.store.find('BuyerRef', buyerRef)
        : (await members.mirror.rows()).filter((row) => row.fields.BuyerRef === buyerRef),
    );

  return {
    all,
    membershipsOf: async (person) => {
      await members.mirror.ready();
      return membershipsIn(ofPerson.of(personKey(person)));
    },
    buyer: async (buyerRef, age) => {
      const row = age === 'fresh' ? await freshByTitle(buyers, buyerRef) : await buyers.mirror.byKey(buyerRef);
      return row && toBuyer(row.fields);
    },
    members: membersOf,
    councilMembers: async (age) => {
      const departments = (await all()).filter((buyer) => buyer.type === 'council-department' && buyer.status === 'active');
      return (await Promise.all(departments.map((department) => membersOf(department.ref, age)))).flat();
    },
    setMembership: async (buyerRef, person, status, roles) => {
      for (let tries = 0; tries < maxTries; tries += 1) {
        // By buyer and person: a commissioner who made the row may have written anything into its title.
        const present = (await members.store.find('BuyerRef', buyerRef)).find(({ fields }) => fields.Person === personKey(person));
        const outcome = present
          ? await members.store.update(present, { Status: status, Roles: roles })
          : await members.store.add(fromMembership({ buyerRef, person, roles, status, payers: [] }));
        if (!outcome.ok) continue; // Another write came first, or no answer came: read what is there and set it again.
        members.mirror.put(outcome.row);
        const membership = toMembership(outcome.row.fields);
        if (membership) return membership;
      }
      throw new ServiceBusy('register', 412);
    },
    changeDelegation: async (buyerRef, person, decide) => {
      for (let tries = 0; tries < maxTries; tries += 1) {
        const rows = await members.store.find('BuyerRef', buyerRef);
        const present = rows.find(({ fields }) => fields.Person === personKey(person));
        const approver = present && toMembership(present.fields);
        const decision = decide({ approver, members: membershipsIn(rows) });
        if (!decision.ok || !present) return decision;
        const next = delegationFields(decision.member);
        if (isDeepStrictEqual(next, approver && delegationFields(approver))) return decision;
        const outcome = await members.store.update(present, next);
        if (!outcome.ok) continue;
        members.mirror.put(outcome.row);
        return decision;
      }
      throw new ServiceBusy('register', 412);
    },
    delegations: async () =>
      membershipsIn(await members.mirror.rows()).filter(
        ({ delegation, delegationEvents }) => delegation !== undefined || delegationEvents !== undefined,
      ),
  };
};
