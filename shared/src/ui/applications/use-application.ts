import * as React from 'react';
import type { ApplicationView } from '../../contract/applications.ts';
import { Unreachable } from '../../contract/client.ts';
import type { GivenLink } from '../given-link.ts';
import type { ApplyClient } from './apply-client.ts';

type Content<K extends keyof ApplyClient> = Parameters<ApplyClient[K]>[0] extends { body: infer Body }
  ? Omit<Body, 'link' | 'version'>
  : never;

/** The application as the server last showed it, and how it is changed. Each change answers with the whole view. */
export interface ApplicationState {
  readonly view: ApplicationView | undefined;
  readonly failure: unknown;
  readonly again: () => void;
  readonly start: (content: Content<'startApplication'>) => Promise<ApplicationView>;
  readonly save: (content: Content<'saveApplication'>) => Promise<ApplicationView>;
  readonly declare: (content: Content<'signDeclaration'>) => Promise<ApplicationView>;
  readonly move: (content: Content<'moveApplication'>) => Promise<ApplicationView>;
  readonly ask: (content: Content<'askClarification'>) => Promise<ApplicationView>;
  readonly unask: (content: Content<'withdrawClarification'>) => Promise<ApplicationView>;
}

/**
 * Reads the application once, for each look is counted. A change that nothing answered is sent again under its key, so that it is made once; each carries
 * the version that this window saw.
 */
export const useApplication = (client: ApplyClient, link: GivenLink): ApplicationState => {
  const [view, setView] = React.useState<ApplicationView>();
  const [failure, setFailure] = React.useState<unknown>();
  const unanswered = React.useRef<{ readonly content: string; readonly key: string }>();
  const load = React.useCallback((): void => {
    setFailure(undefined);
    client.viewApplication({ body: { link } }).then(setView, setFailure);
  }, [client, link]);
  React.useEffect(load, [load]);

  const change = async (content: unknown, send: (key: string) => Promise<ApplicationView>): Promise<ApplicationView> => {
    const written = JSON.stringify(content);
    const key = unanswered.current?.content === written ? unanswered.current.key : crypto.randomUUID();
    try {
      const next = await send(key);
      unanswered.current = undefined;
      setView(next);
      return next;
    } catch (error) {
      unanswered.current = error instanceof Unreachable ? { content: written, key } : undefined;
      throw error;
    }
  };
  const version = view?.application?.version ?? 0;
  const started = view?.application === undefined ? {} : { version };
  return {
    view,
    failure,
    again: load,
    start: (content) => change({ start: content }, (key) => client.startApplication({ body: { link, ...started, ...content }, key })),
    save: (content) => change({ save: content, version }, (key) => client.saveApplication({ body: { link, version, ...content }, key })),
    declare: (content) =>
      change({ declare: content, version }, (key) => client.signDeclaration({ body: { link, version, ...content }, key })),
    move: (content) => change({ move: content, version }, (key) => client.moveApplication({ body: { link, version, ...content }, key })),
    ask: (content) => change({ ask: content }, (key) => client.askClarification({ body: { link, ...content }, key })),
    unask: (content) => change({ unask: content }, (key) => client.withdrawClarification({ body: { link, ...content }, key })),
  };
};
