import type { LocalPerson } from '../people.ts';
import type { OtherClient } from './window-address.ts';

export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** Where the tab is to open. */
export interface TabPlace {
  /** The sub-page id of a deep link; undefined opens the tab at its start. */
  readonly subPage: string | undefined;
  /** Set in a channel: what the tab's configuration page called this tab. */
  readonly channel?: { readonly entityId: string; readonly settings: boolean } | undefined;
  /** The page is in a dialog, and no tab. */
  readonly inDialog?: boolean;
  /** The client that shows it, where that is not Teams. */
  readonly client?: OtherClient | undefined;
}

/** The entity id of the personal tab in the app's manifest, as Teams passes it on in `page.id`. */
const personalTab = 'home';

/** The one channel of the stand-in. Its ids have the shape that Teams gives them. */
export const channel = {
  channelId: '19:stand-in-channel@thread.tacv2',
  channelName: 'Inclusion and SEND',
  channelType: 'Regular',
  teamName: 'Schools and the council',
  groupId: '6b1d2f7c-0c35-4a52-9a1e-1f3a5c7e9b20',
  teamId: '19:stand-in-team@thread.tacv2',
} as const;

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
  hostName: place.client ?? 'TeamsModern',
  hostClientType: 'web',
  ringId: 'general',
  frameContext: place.inDialog ? 'task' : place.channel?.settings ? 'settings' : 'content',
  entityId: place.channel?.entityId ?? personalTab,
  ...(place.channel ? channel : {}),
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
  supports: { app: { notifySuccessResponse: {} }, pages: { backStack: {}, config: {}, currentApp: {} } },
} as const;

/** A page in a dialog can also end it. It opens no second one: Teams has one dialog at a time. */
export const dialogRuntime = { ...teamsRuntime, supports: { ...teamsRuntime.supports, dialog: { url: {} } } } as const;
