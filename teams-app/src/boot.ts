import { toPath } from '@ap/shared/contract/place';
import { tellWhenCodeIsMissing } from './code-missing.ts';
import { type EarlyAnswers, earlyAnswers } from './early-answers.ts';
import { takeRoute } from './hosts/route-memory.ts';
import { startHost } from './hosts/start-host.ts';
import type { StartedHost } from './hosts/started-host.ts';
import { linkPaths } from './links/read-link.ts';
import { readSettings, type Settings } from './settings.ts';

/** What stands before any screen can be shown. */
export interface Beginning {
  readonly settings: Settings;
  /** Undefined by a link, and in the local run when nobody is chosen yet. */
  readonly started: StartedHost | undefined;
  /** Somebody without an account came by the link of a mail: no host is started and nobody signs in. */
  readonly byLink: boolean;
  readonly early: EarlyAnswers;
}

/** Reads the settings, starts the host, goes where it or an interrupted sign-in says, and asks for what the first screen will show. */
export const begin = async (): Promise<Beginning> => {
  const reading = readSettings(import.meta.env.MODE);
  const byLink = linkPaths.includes(window.location.pathname);
  const started = byLink ? undefined : await startHost(reading);
  const settings = await reading;
  const first = started && !started.setup ? (takeRoute() ?? (started.firstPlace && toPath(started.firstPlace))) : undefined;
  if (first !== undefined) window.history.replaceState(null, '', first);
  const early = earlyAnswers(settings.apiUrl, window.location);
  if (started && !started.setup && started.notHere === undefined) early.ask(started.host.getToken);
  return { settings, started, byLink, early };
};

tellWhenCodeIsMissing();

/**
 * Begun by a script of its own, while the code of the screens is still on its way: the handshake with Teams, the token and the first
 * answers take as long as that code does. Whoever shows the screens is told of a failure.
 */
export const beginning = begin();
beginning.catch(() => undefined);
