import { readAll } from '../../graph/graph.ts';
import { type PresentPrincipal, readPrincipals } from '../registered.ts';
import { appNames, roleId } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';
import type { Wanted } from '../wanted.ts';

interface Seen {
  readonly own: PresentPrincipal | undefined;
  readonly assignments: readonly { readonly id: string; readonly principalId: string; readonly appRoleId: string }[];
}

const isRequired = (say: string, required: boolean, own: PresentPrincipal | undefined): Change => ({
  say,
  ...(own
    ? { call: { method: 'PATCH' as const, path: `/servicePrincipals/${own.id}`, body: { appRoleAssignmentRequired: required } } }
    : {}),
});

/** Groups are let in before everybody else is shut out: nobody stands outside in between. */
export const planPeople = ({ own, assignments }: Seen, { peopleGroups }: Wanted): Judgement => {
  if (peopleGroups.length === 0) return { changes: [] };
  const groups = peopleGroups
    .filter((group) => !assignments.some(({ principalId, appRoleId }) => principalId.toLowerCase() === group && appRoleId === roleId))
    .map((group): Change => {
      const say = `let the group ${group} use "${appNames.api}"`;
      if (!own) return { say };
      const path = `/servicePrincipals/${own.id}/appRoleAssignedTo`;
      return { say, call: { method: 'POST', path, body: { principalId: group, resourceId: own.id, appRoleId: roleId } } };
    });
  const shut = own?.appRoleAssignmentRequired === true ? [] : [isRequired('let in nobody of the tenant but these groups', true, own)];
  return { changes: [...groups, ...shut] };
};

const undoPeople = ({ own, assignments }: Seen, { peopleGroups }: Wanted): Judgement => ({
  changes: [
    ...(own?.appRoleAssignmentRequired === true && peopleGroups.length > 0
      ? [isRequired('let in everybody of the tenant', false, own)]
      : []),
    ...assignments
      .filter(({ principalId, appRoleId }) => peopleGroups.includes(principalId.toLowerCase()) && appRoleId === roleId)
      .map(
        ({ id, principalId }): Change => ({
          say: `take the group ${principalId} from "${appNames.api}"`,
          call: { method: 'DELETE', path: `/servicePrincipals/${own?.id}/appRoleAssignedTo/${id}` },
        }),
      ),
  ],
});

export const peopleStep = defineStep<Seen>({
  name: 'Who may sign in',
  needs: 'Application Administrator',
  look: async (workshop) => {
    const { own } = await readPrincipals(workshop, 'api');
    return { own, assignments: own ? await readAll(workshop.graph, `/servicePrincipals/${own.id}/appRoleAssignedTo`) : [] };
  },
  plan: planPeople,
  undo: undoPeople,
});
