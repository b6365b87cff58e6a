import { type GraphConnection, graphOver } from '@ap/local-tenant/scenario/graph-scenario-client';
import { GraphError } from '@microsoft/microsoft-graph-client';
import { rolesIn } from '../graph/roles-in.ts';

const hour = 3_600_000;

/** Asks, as one app, for a subscription to a list, ends it again, and says in a sentence what came of it and which permissions the app holds. */
export const tryWebhook = async (asApp: GraphConnection, url: string, siteId: string, listId: string, now: Date): Promise<string> => {
  const graph = graphOver(asApp);
  const roles = rolesIn(await asApp.token()).join(', ') || 'no permission';
  const body = {
    ...{ changeType: 'updated', notificationUrl: url, resource: `sites/${siteId}/lists/${listId}`, clientState: 'probe' },
    expirationDateTime: new Date(now.getTime() + hour).toISOString(),
  };
  try {
    const { id }: { id: string } = await graph.api('/subscriptions').post(body);
    await graph.api(`/subscriptions/${id}`).delete();
    return `201, and ended again (an app with ${roles})`;
  } catch (failure) {
    if (!(failure instanceof GraphError) || failure.statusCode < 0) throw failure;
    return `${failure.statusCode} ${failure.code ?? ''} ${failure.message} (an app with ${roles})`;
  }
};
