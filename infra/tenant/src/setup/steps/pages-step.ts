import { readAll } from '../../graph/graph.ts';
import { readPrincipals, type SeenPrincipals } from '../registered.ts';
import { appNames, scopeName } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';

interface Seen extends SeenPrincipals {
  readonly grants: readonly { readonly id: string; readonly resourceId: string; readonly scope: string }[];
}

/** What the pages ask for when a person signs in in a browser. */
const signIn = 'openid profile offline_access';

/** In a browser, outside of Teams, the API's registration is the client too: without consent each person would see a page, or be refused. */
export const planPages = ({ own, graph, grants }: Seen): Judgement => {
  const wanted = [
    { resourceId: own?.id, scope: scopeName, say: `let people of the tenant use "${appNames.api}" in a browser` },
    { resourceId: graph?.id, scope: signIn, say: `let "${appNames.api}" know who signs in (${signIn})` },
  ];
  return {
    changes: wanted
      .filter(({ resourceId }) => resourceId === undefined || !grants.some((grant) => grant.resourceId === resourceId))
      .map(({ resourceId, scope, say }): Change => {
        if (!own || resourceId === undefined) return { say };
        const body = { clientId: own.id, consentType: 'AllPrincipals', resourceId, scope };
        return { say, call: { method: 'POST', path: '/oauth2PermissionGrants', body } };
      }),
  };
};

const undoPages = ({ grants }: Seen): Judgement => ({
  changes: grants.map(
    ({ id, scope }): Change => ({
      say: `take back the consent of the tenant's people to "${scope}"`,
      call: { method: 'DELETE', path: `/oauth2PermissionGrants/${id}` },
    }),
  ),
});

export const pagesStep = defineStep<Seen>({
  name: 'Consent for people who sign in',
  needs: 'Cloud Application Administrator',
  look: async (workshop) => {
    const principals = await readPrincipals(workshop, 'api');
    const path = `/oauth2PermissionGrants?$filter=clientId eq '${principals.own?.id}'`;
    return { ...principals, grants: principals.own ? await readAll(workshop.graph, path) : [] };
  },
  plan: planPages,
  undo: undoPages,
});
