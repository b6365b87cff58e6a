import { readAll } from '../../graph/graph.ts';
import { readPrincipals, type SeenPrincipals } from '../registered.ts';
import { appNames, runtimePermissions } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';
import type { Wanted } from '../wanted.ts';

interface Seen extends SeenPrincipals {
  readonly assignments: readonly { readonly id: string; readonly resourceId: string; readonly appRoleId: string }[];
}

const roleNamed = ({ graph }: Seen, name: string): string | undefined => graph?.appRoles.find(({ value }) => value === name)?.id;
const held = (seen: Seen, name: string) =>
  seen.assignments.filter(({ resourceId, appRoleId }) => resourceId === seen.graph?.id && appRoleId === roleNamed(seen, name));

/** Whether the product holds what it needs of Graph, and nothing more. What is too much is a person's decision: it is told, not taken. */
export const planConsents = (seen: Seen, wanted: Wanted): Judgement => {
  const { own, graph } = seen;
  const needed = Object.entries(runtimePermissions(wanted));
  const changes = needed
    .filter(([name]) => held(seen, name).length === 0)
    .map(([name, why]): Change => {
      const say = `give "${appNames.runtime}" ${name} of Graph, ${why}`;
      const appRoleId = roleNamed(seen, name);
      if (!own || !graph || appRoleId === undefined) return { say };
      const path = `/servicePrincipals/${graph.id}/appRoleAssignedTo`;
      return { say, call: { method: 'POST', path, body: { principalId: own.id, resourceId: graph.id, appRoleId } } };
    });
  const names = needed.map(([name]) => name);
  const tooMuch = seen.assignments
    .filter(({ resourceId }) => resourceId === graph?.id)
    .flatMap(({ appRoleId }) => graph?.appRoles.find(({ id }) => id === appRoleId)?.value ?? [])
    .filter((name) => !names.includes(name));
  const byMail =
    wanted.mailPermission === 'exchange'
      ? ['Let the product send from its mailbox, and from no other, in Exchange Online: docs/admin-guide.md, step 4.']
      : [];
  const wide = tooMuch.length === 0 ? [] : [`"${appNames.runtime}" holds more of Graph than it needs: take ${tooMuch.join(', ')} away.`];
  return { changes, byHand: [...wide, ...byMail] };
};

const undoConsents = (seen: Seen, wanted: Wanted): Judgement => ({
  changes: Object.keys(runtimePermissions(wanted)).flatMap((name) =>
    held(seen, name).map(
      ({ id, resourceId }): Change => ({
        say: `take ${name} of Graph from "${appNames.runtime}"`,
        call: { method: 'DELETE', path: `/servicePrincipals/${resourceId}/appRoleAssignedTo/${id}` },
      }),
    ),
  ),
});

export const consentsStep = defineStep<Seen>({
  name: 'Consent to what the product may ask of Graph',
  needs: 'Privileged Role Administrator',
  look: async (workshop) => {
    const principals = await readPrincipals(workshop, 'runtime');
    const path = `/servicePrincipals/${principals.own?.id}/appRoleAssignments`;
    return { ...principals, assignments: principals.own ? await readAll(workshop.graph, path) : [] };
  },
  plan: planConsents,
  undo: undoConsents,
});
