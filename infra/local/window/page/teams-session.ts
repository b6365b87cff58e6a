import { remembered } from './remembered.ts';

/** One session of Teams: a person's window until it is closed. */
export interface TeamsSession {
  readonly id: string;
  /** The sub-page that the tab is told when a link names one, or none. */
  readonly give: (subPage: string | undefined) => string | undefined;
}

const setting = 'repeat-first-link';

/** Whether the window shall do what Teams did in 2026: tell the tab the first sub-page of the session, whichever link is followed (teams-js#3031). */
export const repeatsFirstLink = {
  read: (): boolean => remembered.read(setting) === 'yes',
  write: (repeats: boolean): void => remembered.write(setting, repeats ? 'yes' : 'no'),
} as const;

export const startSession = (repeats: () => boolean = repeatsFirstLink.read): TeamsSession => {
  let first: string | undefined;
  return {
    id: crypto.randomUUID(),
    give: (subPage) => {
      first ??= subPage;
      return repeats() ? first : subPage;
    },
  };
};
