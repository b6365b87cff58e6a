import type { LocalPerson } from '../people.ts';

export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** Where the tab is to open. */
export interface TabPlace {
  /** The sub-page id of a deep link; undefined opens the tab at its start. */
  readonly subPage: string | undefined;
}

/** The entity id of the tab in the app's manifest, as Teams passes it on in `page.id`. */
const tabEntityId = 'index';

/** The context in the flat shape that teams-js 2 unfolds into `app`, `page` and `user`. */
export const teamsContext = (
  person: LocalPerson,
  theme: TeamsTheme,
  place: TabPlace,
  sessionId: string,
): Readonly<Record<string, unknown>> => ({
  locale: 'en-gb',
  theme,
  sessionId,
  appSessionId: sessionId,
  hostName: 'TeamsModern',
  hostClientType: 'web',
  ringId: 'general',
  frameContext: 'content',
  entityId: tabEntityId,
  ...(place.subPage === undefined ? {} : { subEntityId: place.subPage }),
  isFullScreen: false,
  isMultiWindow: false,
  userObjectId: person.id,
  userPrincipalName: person.userPrincipalName,
  loginHint: person.userPrincipalName,
  tid: person.tenantId,
});

/**
 * What the stand-in serves, as teams-js wants it told. What is not named here teams-js refuses by itself, before it asks.
 */
export const teamsRuntime = {
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isLegacyTeams: false,
  supports: { app: { notifySuccessResponse: {} }, pages: { backStack: {}, currentApp: {} } },
} as const;
