import type { HostAdapter } from '@ap/shared/ui/HostAdapter';
import type { ISettings } from './settings';
import { tabLink } from './tab-link';
import type { IThemeSource } from './theme-source';
import { tokenRefusal } from './token-refusal';
import { isHere } from './use-place-here';

/** The part of SharePoint's token provider that we use. It keeps and renews tokens itself. */
export interface ITokenProvider {
  readonly getToken: (resource: string, options?: { useCachedToken?: boolean }) => Promise<string>;
}

export interface ISharePointSurroundings {
  readonly settings: ISettings;
  readonly tokenProvider: () => Promise<ITokenProvider>;
  readonly theme: IThemeSource;
  readonly locale: string;
  /** Opens a page outside: a new window, or by Teams itself where the web part stands in Teams. */
  readonly openExternal: (url: string) => void;
}

/**
 * SharePoint as a host. It decides nothing: the token comes from a client that every script in the tenant shares, so the API lets it read
 * and draft only.
 */
export const sharePointHost = ({ settings, tokenProvider, theme, locale, openExternal }: ISharePointSurroundings): HostAdapter => {
  const token = async (useCachedToken: boolean): Promise<string> => {
    try {
      return await (await tokenProvider()).getToken(settings.applicationIdUri, { useCachedToken });
    } catch (error) {
      throw tokenRefusal(error);
    }
  };
  return {
    kind: 'sharepoint',
    theme: theme.now,
    onThemeChange: theme.onChange,
    locale,
    getToken: () => token(true),
    signIn: async () => {
      await token(false);
    },
    linkTo: (place) => tabLink(settings, place),
    openExternal,
    mayDecide: false,
    elsewhere: {
      name: settings.teamsAppId === undefined ? 'the signed-in page' : 'Teams',
      has: (place) => !isHere(place)
    }
  };
};
