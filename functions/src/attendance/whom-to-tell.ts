import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import type { Ports } from '../ports/ports.ts';

/**
 * Who is told at the school of what concerns a pupil's whereabouts: its attendance contact and its designated safeguarding lead. Where the register names
 * neither, whoever requested the placement and the contacts of the school: somebody is always told.
 */
export const toldAt = async ({ buyers }: Pick<Ports, 'buyers'>, { request, requester }: CallOff): Promise<readonly string[]> => {
  const buyer = await buyers.buyer(request.buyerRef, 'known');
  const named = [buyer?.attendanceEmail, buyer?.safeguardingEmail].flatMap((email) => email ?? []);
  if (named.length > 0) return [...new Set(named)];
  const members = await buyers.members(request.buyerRef, 'known');
  const contacts = members.filter(({ status, roles }) => status === 'active' && roles.includes('contact'));
  return [...new Set([requester.email, ...contacts.map(({ person }) => person.email)])];
};
