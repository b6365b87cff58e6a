import { appKeys, isOwn, type Registered, type RegisteredApp, readRegistered } from '../registered.ts';
import {
  appNames,
  identifierUris,
  landingPage,
  type NeededAccess,
  neededAccess,
  newRegistration,
  scopeId,
  teamsClients,
} from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';
import type { Wanted } from '../wanted.ts';

const missing = (wanted: readonly string[], present: readonly string[]): readonly string[] =>
  wanted.filter((each) => !present.some((known) => known.toLowerCase() === each.toLowerCase()));

/** What is said to be needed, with what was not said of it yet. */
const withNeeds = (present: readonly NeededAccess[], wanted: readonly NeededAccess[]): readonly NeededAccess[] => [
  ...present.map((known) => {
    const more = wanted.find(({ resourceAppId }) => resourceAppId === known.resourceAppId)?.resourceAccess ?? [];
    const added = more.filter(({ id }) => !known.resourceAccess.some((each) => each.id === id));
    return { ...known, resourceAccess: [...known.resourceAccess, ...added] };
  }),
  ...wanted.filter(({ resourceAppId }) => !present.some((known) => known.resourceAppId === resourceAppId)),
];

const countNeeds = (needs: readonly NeededAccess[]): number => needs.reduce((sum, { resourceAccess }) => sum + resourceAccess.length, 0);

/** What the API's registration lacks. What else stands in it, a council put there: it stays. */
const apiChanges = (app: RegisteredApp, wanted: Wanted): readonly Change[] => {
  const path = `/applications/${app.id}`;
  const changes: Change[] = [];
  const patch = (say: string, body: object): void => {
    changes.push({ say: `${appNames.api}: ${say}`, call: { method: 'PATCH', path, body } });
  };
  const uris = missing(identifierUris(app.appId, wanted), app.identifierUris);
  if (uris.length > 0) patch(`answer to ${uris.join(' and ')}`, { identifierUris: [...app.identifierUris, ...uris] });
  const known = app.api?.preAuthorizedApplications ?? [];
  const strangers = teamsClients.filter((id) => !known.some((each) => each.appId === id && each.delegatedPermissionIds.includes(scopeId)));
  if (strangers.length > 0) {
    const others = known.filter(({ appId }) => !strangers.includes(appId));
    const added = strangers.map((appId) => ({ appId, delegatedPermissionIds: [scopeId] }));
    patch('let Teams call it without a consent page', { api: { preAuthorizedApplications: [...others, ...added] } });
  }
  const claims = app.optionalClaims?.accessToken ?? [];
  if (!claims.some(({ name }) => name === 'acct'))
    patch('tell guests from members in its tokens (acct)', {
      optionalClaims: { ...app.optionalClaims, accessToken: [...claims, { name: 'acct' }] },
    });
  if (app.api?.requestedAccessTokenVersion !== 2) patch('take tokens of version 2', { api: { requestedAccessTokenVersion: 2 } });
  const said = app.requiredResourceAccess ?? [];
  const needs = withNeeds(said, neededAccess(app.appId));
  if (countNeeds(needs) > countNeeds(said))
    patch('say what a school consents to: its scope, and who signs in', { requiredResourceAccess: needs });
  const pages = app.spa?.redirectUris ?? [];
  const spa = missing([wanted.pages], pages);
  if (spa.length > 0) patch(`sign people in at ${wanted.pages}`, { spa: { redirectUris: [...pages, ...spa] } });
  const landings = app.web?.redirectUris ?? [];
  const web = missing([landingPage(wanted)], landings);
  if (web.length > 0) patch('bring administrators of schools back to the help page', { web: { redirectUris: [...landings, ...web] } });
  return changes;
};

const several = (seen: Registered): string | undefined => {
  const key = appKeys.find((each) => seen[each].length > 1);
  if (key === undefined) return undefined;
  const ids = seen[key].map(({ appId }) => appId).join(', ');
  return `${seen[key].length} app registrations are called "${appNames[key]}" (${ids}). Delete or rename all but the right one.`;
};

/** What the three registrations lack. */
export const planRegistrations = (seen: Registered, wanted: Wanted): Judgement => {
  const refused = several(seen);
  if (refused !== undefined) return { changes: [], refused };
  const made = appKeys
    .filter((key) => seen[key].length === 0)
    .map(
      (key): Change => ({
        say: `register "${appNames[key]}"`,
        call: { method: 'POST', path: '/applications', body: newRegistration(key) },
      }),
    );
  const [api] = seen.api;
  if (api) return { changes: [...made, ...apiChanges(api, wanted)] };
  const later: Change = { say: `${appNames.api}: its addresses, Teams' clients, the claim acct, and where people sign in` };
  return { changes: [...made, later] };
};

/** Deletes what this command registered, for good: from the recycle bin it would hold its addresses. */
export const undoRegistrations = (seen: Registered): Judgement => {
  const own = appKeys.flatMap((key) => seen[key].filter(isOwn).map((app) => ({ key, app })));
  const foreign = appKeys.flatMap((key) => seen[key].filter((app) => !isOwn(app)).map(({ appId }) => `"${appNames[key]}" (${appId})`));
  return {
    changes: own.flatMap(({ key, app }): Change[] => [
      { say: `delete the registration "${appNames[key]}"`, call: { method: 'DELETE', path: `/applications/${app.id}` } },
      { say: `  and take it out of the recycle bin`, call: { method: 'DELETE', path: `/directory/deletedItems/${app.id}` } },
    ]),
    ...(foreign.length === 0 ? {} : { byHand: [`Not made by this command, so it stays: ${foreign.join(', ')}.`] }),
  };
};

export const registrationsStep = defineStep({
  name: 'App registrations',
  needs: 'Application Administrator',
  look: readRegistered,
  plan: planRegistrations,
  undo: undoRegistrations,
});
