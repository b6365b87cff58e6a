import { type Client, GraphError } from '@microsoft/microsoft-graph-client';
import type { TenantSettings } from '../tenant-settings.ts';
import { graphSentence, patiently } from './graph.ts';

/** The site of the lists. `id` is Graph's triple; `webUrl` is where SharePoint itself answers. */
export interface Site {
  readonly id: string;
  readonly webUrl: string;
}

/** Finds a site by host and path. Throws a sentence that says what to do where there is none. */
export const findSite = async (client: Client, { hostname, path }: TenantSettings['site']): Promise<Site> => {
  try {
    const { id, webUrl }: Site = await patiently(client, `/sites/${hostname}:${path}`).select(['id', 'webUrl']).get();
    return { id, webUrl };
  } catch (failure) {
    const sentence = graphSentence(`The site ${hostname}${path} could not be opened`, failure);
    if (!(failure instanceof GraphError && failure.statusCode === 404)) throw new Error(sentence);
    throw new Error(`${sentence}. An administrator makes the site first, private, with the commissioners as its only members.`);
  }
};
