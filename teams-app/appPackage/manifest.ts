import { personalTab } from '@ap/shared/contract/place-link';
import { activityPermission, activityTypes } from '@ap/shared/contract/teams-activities';
import { botCommands, findProvisionCommand } from '@ap/shared/contract/teams-commands';
import { productName } from '@ap/shared/domain/texts/product-name';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import type { PackageSettings } from './package-settings.ts';

/** The schema that the manifest is held against: the newest of which @microsoft/app-manifest has types. */
export const manifestVersion: TeamsManifestLatest['manifestVersion'] = '1.30';

/** Files of the package beside the manifest. */
export const iconFiles = { color: 'color.png', outline: 'outline.png' } as const;

/**
 * The app as Teams is told it. It asks for the least: no device permission, no permission on a team's resources, on a person's only that of writing into
 * their activity feed, the bot in personal chats only. Link previews and single sign-on both rest on the one domain of the tab.
 */
export const teamsManifest = (settings: PackageSettings): TeamsManifestLatest => {
  const { pages, councilName, botAppId, apiClientId } = settings;
  const host = new URL(pages).host;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: settings.version,
    id: settings.teamsAppId,
    localizationInfo: { defaultLanguageTag: 'en-gb' },
    developer: {
      name: councilName,
      websiteUrl: `${pages}/about/help.html`,
      privacyUrl: `${pages}/about/privacy.html`,
      termsOfUseUrl: `${pages}/about/terms.html`,
    },
    name: { short: productName, full: `${productName} for alternative provision` },
    description: {
      short: 'Find quality-assured alternative provision, request it and approve it.',
      full: fullDescription(councilName, pages),
    },
    icons: { ...iconFiles },
    accentColor: '#0B5C68',
    staticTabs: [
      {
        entityId: personalTab,
        name: 'Home',
        contentUrl: `${pages}/directory`,
        websiteUrl: `${pages}/directory`,
        scopes: ['personal'],
      },
      { entityId: 'conversations', scopes: ['personal'] },
      { entityId: 'about', scopes: ['personal'] },
    ],
    configurableTabs: [
      {
        id: 'channel-directory',
        configurationUrl: `${pages}/channel/setup`,
        canUpdateConfiguration: true,
        scopes: ['team'],
        context: ['channelTab'],
      },
    ],
    // The tab needs no roster and shows the same to everybody, so private channels are safe. Shared ones bring people of other tenants.
    supportedChannelTypes: ['privateChannels'],
    bots: [
      {
        botId: botAppId,
        scopes: ['personal'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [{ scopes: ['personal'], commands: botCommands.map((command) => ({ ...command })) }],
      },
    ],
    composeExtensions: [
      {
        botId: botAppId,
        commands: [
          {
            id: findProvisionCommand.id,
            type: 'query',
            context: ['compose', 'commandBox'],
            title: findProvisionCommand.title,
            description: findProvisionCommand.description,
            initialRun: true,
            parameters: findProvisionCommand.parameters.map((parameter) => ({ ...parameter, inputType: 'text' })),
          },
        ],
        messageHandlers: [{ type: 'link', value: { domains: [host], supportsAnonymizedPayloads: false } }],
      },
    ],
    activities: { activityTypes: activityTypes.map((type) => ({ ...type })) },
    permissions: ['identity'],
    authorization: { permissions: { resourceSpecific: [{ name: activityPermission, type: 'Application' }] } },
    validDomains: [host],
    // Teams refuses single sign-on unless this address is the registration's own and names the tab's host.
    webApplicationInfo: { id: apiClientId, resource: `api://${host}/${apiClientId}` },
    showLoadingIndicator: false,
    isFullScreen: false,
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'tab' },
  };
};

/** Says in the listing, too, what the app depends on and how to get on without it (Teams Store validation, authentication). */
const fullDescription = (councilName: string, pages: string): string =>
  [
    `${productName} is ${councilName}'s directory of alternative provision for children and young people: providers whose quality was assured, at the prices of the framework.`,
    '',
    'School staff search by need, age, place and price, and raise a request. Approvers decide on a card in Teams chat or on the signed-in page. The provider is sent the order, and everybody sees how it stands.',
    '',
    'In Teams you have: your own tab with the directory, your requests and what waits for you; a bot that brings requests to those who approve them; a search to share a service in a chat; and a tab of the directory for a channel.',
    '',
    `You need a work or school account of the council or of a school that takes part, an IT team that has allowed the app, and access to your school, which its contact or the council gives. Ask for it in the app, or see ${pages}/about/help.html. The app works in Microsoft Teams and in a browser.`,
    '',
    'Names of pupils are never asked for: a request carries your own reference for the pupil.',
  ].join('\n');
