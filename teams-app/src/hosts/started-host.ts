import type { HostAdapter } from '@ap/shared/ui/HostAdapter';
import type { Place } from '@ap/shared/ui/place';

/** How a start failed, in the words that Teams takes. */
export type StartFailure = 'PermissionError' | 'NotFound' | 'Throttling' | 'Offline' | 'Other';

/** A host that has started: its adapter, where it wants to begin, and whom to tell how the start went. */
export interface StartedHost {
  readonly host: HostAdapter;
  /** Where a deep link leads; absent when the address says it. */
  readonly firstPlace?: Place;
  /** The shell is painted. */
  readonly onShell?: () => void;
  /** The first data is on screen, or it could not be had. */
  readonly onUsable?: () => void;
  readonly onFailure?: (reason: StartFailure) => void;
  /** Outside Teams: who is signed in, and how to leave. Inside Teams the host itself says so. */
  readonly account?: { readonly name: string; readonly leaveLabel: string; readonly leave: () => void };
}
