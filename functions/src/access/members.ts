import type {
  askForAccess as askDeclared,
  changeMember as changeDeclared,
  findBuyers as findDeclared,
  listMembers as listDeclared,
} from '@ap/shared/contract/access';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { Membership } from '@ap/shared/domain/people/membership';
import { personKey, samePerson } from '@ap/shared/domain/people/person';
import { type Caller, hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';

const mostFound = 20;

/** Buyers whose people sign in from the caller's tenant: the only ones that a newcomer may ask to join. */
export const findBuyers =
  ({ buyers }: Pick<Ports, 'buyers'>) =>
  async ({ caller, query }: Call<typeof findDeclared>): Promise<ReplyOf<typeof findDeclared>> => {
    const wanted = (query.text ?? '').trim().toLowerCase();
    const found = (await buyers.all())
      .filter((buyer) => buyer.status === 'active' && buyer.tenantIds.includes(caller.person.tenantId.toLowerCase()))
      .filter((buyer) => buyer.name.toLowerCase().includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    const shown = await Promise.all(
      found.slice(0, mostFound).map(async (buyer) => ({
        ref: buyer.ref,
        name: buyer.name,
        hasContact: contactsOf(await buyers.members(buyer.ref, 'known')).length > 0,
      })),
    );
    return { buyers: shown, total: found.length };
  };

const contactsOf = (members: readonly Membership[]): readonly Membership[] =>
  members.filter((member) => member.status === 'active' && member.roles.includes('contact'));

/** A newcomer asks; the buyer's own contact is told by mail and grants or does not. Asking again changes nothing. */
export const askForAccess =
  (ports: Pick<Ports, 'buyers' | 'mail' | 'log'>, accessPage: string) =>
  async ({ caller, params }: Call<typeof askDeclared>): Promise<ReplyOf<typeof askDeclared>> => {
    const buyer = await ports.buyers.buyer(params.buyerRef, 'fresh');
    if (buyer?.status !== 'active' || !buyer.tenantIds.includes(caller.person.tenantId.toLowerCase()))
      throw new ProblemError('not-found', 'There is no such school or department for your organisation.', { pointer: '/params/buyerRef' });
    const members = await ports.buyers.members(buyer.ref, 'fresh');
    const contacts = contactsOf(members);
    const present = members.find((member) => samePerson(member.person, caller.person));
    const contactNames = contacts.map((member) => member.person.name);
    if (present?.status === 'active' || present?.status === 'asked') return { status: present.status, contactNames };
    const asked = await ports.buyers.setMembership(buyer.ref, caller.person, 'asked', ['requester']);
    for (const contact of contacts)
      await ports.mail.send({
        to: contact.person.email,
        subject: `${caller.person.name} asks for access to the AP Framework for ${buyer.name}`,
        html: mailHtml({
          greeting: `Dear ${contact.person.name}`,
          paragraphs: [
            `${caller.person.name} (${caller.person.email}) asks to raise requests for ${buyer.name}.`,
            'Grant this only if you know the person and they work for you.',
          ],
          link: { text: 'Open the Access page', url: accessPage },
        }),
      });
    ports.log.event('info', 'access-asked', { buyerRef: buyer.ref, person: personKey(caller.person), contacts: contacts.length });
    return { status: asked.status, contactNames };
  };

const mayManage = (caller: Caller, buyerRef: string): boolean => caller.commissioner || hasRoleAt(caller, buyerRef, 'contact');

const foreign = (): ProblemError => new ProblemError('not-found', 'There is no such school or department, or it is not yours to manage.');

const toMember = (member: Membership): ReplyOf<typeof changeDeclared> => ({
  person: { ...member.person },
  roles: member.roles,
  status: member.status,
});

export const listMembers =
  ({ buyers }: Pick<Ports, 'buyers'>) =>
  async ({ caller, params }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    if (!mayManage(caller, params.buyerRef)) throw foreign();
    const members = (await buyers.members(params.buyerRef, 'fresh')).filter((member) => member.status !== 'removed');
    return { members: members.map(toMember) };
  };

/** Grants what was asked for, or ends a membership. Nobody changes their own, and a contact makes no approvers or contacts: a commissioner does, in the list. */
export const changeMember =
  (ports: Pick<Ports, 'buyers' | 'log'>) =>
  async ({ caller, params, body }: Call<typeof changeDeclared>): Promise<ReplyOf<typeof changeDeclared>> => {
    if (!mayManage(caller, params.buyerRef)) throw foreign();
    const members = await ports.buyers.members(params.buyerRef, 'fresh');
    // The read model lags a little behind the list: whether the contact is still one is asked of the list itself.
    const stillContact = members.some(
      (member) => member.status === 'active' && member.roles.includes('contact') && samePerson(member.person, caller.person),
    );
    if (!caller.commissioner && !stillContact) throw foreign();
    const member = members.find((candidate) => samePerson(candidate.person, body));
    if (!member) throw new ProblemError('not-found', 'That person has not asked for access.');
    if (samePerson(member.person, caller.person))
      throw new ProblemError('not-allowed', 'You cannot change your own access. Ask a colleague or the commissioning team.');
    const changed =
      body.change === 'grant'
        ? await ports.buyers.setMembership(
            params.buyerRef,
            member.person,
            'active',
            member.status === 'active' ? member.roles : ['requester'],
          )
        : await ports.buyers.setMembership(params.buyerRef, member.person, 'removed', member.roles);
    ports.log.event('info', 'access-changed', {
      buyerRef: params.buyerRef,
      person: personKey(member.person),
      change: body.change,
      by: personKey(caller.person),
    });
    return toMember(changed);
  };
