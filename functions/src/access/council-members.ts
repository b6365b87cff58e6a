import type { listCouncilMembers as declared } from '@ap/shared/contract/council-members';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { councilRoles, membersOf } from '@ap/shared/domain/people/membership';
import { samePerson } from '@ap/shared/domain/people/person';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

/** The council's people by name, each once, with what they do in all of its departments. Leavers and those who only asked for access are none. */
export const listCouncilMembers =
  ({ buyers }: Pick<Ports, 'buyers'>) =>
  async (_call: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const memberships = (await buyers.councilMembers('known')).filter(({ status }) => status === 'active');
    return {
      members: [...membersOf(memberships)]
        .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .map((person) => {
          const held = memberships.filter((membership) => samePerson(membership.person, person)).flatMap(({ roles }) => roles);
          const { tenantId, objectId, name } = person;
          return { tenantId, objectId, name, roles: councilRoles.filter((role) => held.includes(role)) };
        }),
    };
  };
