import { type Outcode, toOutcode } from '@ap/shared/domain/pupils/outcode';
import { pages } from '@microsoft/teams-js';

/** Teams' dialog that adds or changes the tab of a channel. Its Save button belongs to Teams. */
export interface ChannelSetup {
  /** The area that the tab has already; undefined when it is added. */
  readonly saved: Outcode | undefined;
  /** What Save would save; undefined keeps Save from being pressed. */
  readonly choose: (near: Outcode | undefined) => void;
}

/** A channel's tab, as Teams keeps it for everybody in the channel. */
export const channelTab = (origin: string, near: Outcode): pages.InstanceConfig => ({
  entityId: `directory-${near}`,
  suggestedDisplayName: `Provision near ${near}`,
  contentUrl: `${origin}/channel?near=${near}`,
  websiteUrl: `${origin}/directory?near=${near}`,
});

/** The area in the address of a channel's tab. */
export const areaOf = (contentUrl: string | undefined): Outcode | undefined =>
  contentUrl !== undefined && URL.canParse(contentUrl) ? toOutcode(new URL(contentUrl).searchParams.get('near') ?? '') : undefined;

/** Takes part in Teams' dialog. Only in its frame: teams-js refuses anywhere else. */
export const startChannelSetup = async (): Promise<ChannelSetup> => {
  let chosen: Outcode | undefined;
  pages.config.registerOnSaveHandler((save) => {
    if (chosen === undefined) {
      save.notifyFailure('Enter the first half of a postcode, such as DT1.');
      return;
    }
    pages.config.setConfig(channelTab(window.location.origin, chosen)).then(
      () => save.notifySuccess(),
      (error: unknown) => save.notifyFailure(error instanceof Error ? error.message : String(error)),
    );
  });
  return {
    saved: areaOf((await pages.getConfig()).contentUrl),
    choose: (near) => {
      chosen = near;
      pages.config.setValidityState(near !== undefined);
    },
  };
};
