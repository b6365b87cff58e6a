import type { Place } from '@ap/shared/contract/place';
import type { HostAdapter, HostTheme } from '@ap/shared/ui/HostAdapter';
import type { Theme } from '@fluentui/react-theme';
import type { ChannelSetup } from './channel-setup.ts';

/** How a start failed, in the words that Teams takes. */
export type StartFailure = 'PermissionError' | 'NotFound' | 'Throttling' | 'Offline' | 'Other';

/** Fluent's theme for what the host tells. */
export type FluentTheme = (told: HostTheme) => Theme;

/** A host that has started: its adapter, where it wants to begin, and whom to tell how the start went. */
export interface StartedHost {
  readonly host: HostAdapter;
  /** The host's own Fluent themes: they come beside the screens' code, and the start does not wait for them. */
  readonly fluentTheme: Promise<FluentTheme>;
  /** Where a deep link leads; absent when the address says it. */
  readonly firstPlace?: Place;
  /** Where Teams says that a link leads, but said so before: offered, not followed. */
  readonly repeatedPlace?: Place;
  /** Set in the tab of a channel: the search that everybody there begins with. Nothing personal is shown. */
  readonly channel?: { readonly search: string };
  /** Set where the tab cannot work: what people call the client that shows it. */
  readonly notHere?: string;
  /** Set in Teams' dialog that adds the tab to a channel. */
  readonly setup?: ChannelSetup;
  /** The shell is painted. */
  readonly onShell?: () => void;
  /** The first data is on screen, or it could not be had. */
  readonly onUsable?: () => void;
  readonly onFailure?: (reason: StartFailure) => void;
  /** Outside Teams: who is signed in, and how to leave. Inside Teams the host itself says so. */
  readonly account?: { readonly name: string; readonly leaveLabel: string; readonly leave: () => void };
}
