import { readAll } from '../../graph/graph.ts';
import { readPrincipals, type SeenPrincipals } from '../registered.ts';
import { appNames, scopeName, signInScopes } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';

interface Seen extends SeenPrincipals {
  readonly grants: readonly Grant[];
}

/** Consent of a tenant's people, or (`Principal`) of one of them for themselves. */
interface Grant {
  readonly id: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
  readonly resourceId: string;
  readonly scope: string;
}

const signIn = Object.keys(signInScopes).join(' ');
const words = (scope: string): readonly string[] => scope.split(' ').filter(Boolean);

/** In a browser, outside of Teams, the API's registration is the client too: without consent each person would see a page, or be refused. */
export const planPages = ({ own, graph, grants }: Seen): Judgement => {
  const wanted = [
    { resourceId: own?.id, scope: scopeName, say: `let people of the tenant use "${appNames.api}" in a browser` },
    { resourceId: graph?.id, scope: signIn, say: `let "${appNames.api}" know who signs in (${signIn})` },
  ];
  return {
    changes: wanted.flatMap(({ resourceId, scope, say }): readonly Change[] => {
      if (!own || resourceId === undefined) return [{ say }];
      const given = grants.find((grant) => grant.resourceId === resourceId && grant.consentType === 'AllPrincipals');
      if (!given) {
        const body = { clientId: own.id, consentType: 'AllPrincipals', resourceId, scope };
        return [{ say, call: { method: 'POST', path: '/oauth2PermissionGrants', body } }];
      }
      const lacking = words(scope).filter((word) => !words(given.scope).includes(word));
      if (lacking.length === 0) return [];
      const body = { scope: [...words(given.scope), ...lacking].join(' ') };
      return [{ say, call: { method: 'PATCH', path: `/oauth2PermissionGrants/${given.id}`, body } }];
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
