import type { IReadonlyTheme } from '@microsoft/sp-component-base';
import type { HostTheme } from '@ap/shared/ui/HostAdapter';

/** The theme of the section that the web part stands in, and notice of its changes. */
export interface IThemeSource {
  readonly section: () => IReadonlyTheme | undefined;
  readonly now: () => HostTheme;
  readonly set: (section: IReadonlyTheme | undefined) => void;
  readonly onChange: (listener: (theme: HostTheme) => void) => () => void;
}

/** Keeps what SharePoint tells of the section's theme. */
export const themeSource = (): IThemeSource => {
  let section: IReadonlyTheme | undefined;
  let listeners: readonly ((theme: HostTheme) => void)[] = [];
  const now = (): HostTheme => (section?.isInverted ? 'dark' : 'light');
  return {
    section: () => section,
    now,
    set: (told) => {
      section = told;
      listeners.forEach((listener) => listener(now()));
    },
    onChange: (listener) => {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((kept) => kept !== listener);
      };
    }
  };
};
