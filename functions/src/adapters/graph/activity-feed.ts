import type { Client } from '@microsoft/microsoft-graph-client';
import type { ActivityFeed, FeedRefusal } from '../../ports/messages.ts';
import { faultOf, readFailure } from './graph-fault.ts';

export interface FeedOptions {
  /** Signs in as the registration that the app's manifest names: Teams takes entries from no other. `undefined`: it has no credential. */
  readonly client: Client | undefined;
  /** The council's tenant: whether Teams takes entries for people of others is unproven, so it is not tried; they get the mail. */
  readonly tenantId: string;
  /** Whether the app's id in Teams is known: without it there is no link that Teams would take. */
  readonly teamsAppKnown: boolean;
}

/** Teams shows so much of a preview. */
const mostPreview = 150;

/** The activity feed through Graph. A refusal of Teams is a result, because a mail can tell the same; what may pass throws ServiceBusy. */
export const activityFeed = ({ client, tenantId, teamsAppKnown }: FeedOptions): ActivityFeed => ({
  tell: async (to, { type, blanks, preview, topic, link }, chainId) => {
    if (!client || !teamsAppKnown) return { ok: false, why: 'not-set-up' };
    if (to.tenantId.toLowerCase() !== tenantId.toLowerCase()) return { ok: false, why: 'other-tenant' };
    try {
      await client.api(`/users/${encodeURIComponent(to.objectId)}/teamwork/sendActivityNotification`).post({
        topic: { source: 'text', value: topic, webUrl: link },
        activityType: type,
        chainId,
        previewText: { content: preview.slice(0, mostPreview) },
        templateParameters: Object.entries(blanks).map(([name, value]) => ({ name, value })),
      });
      return { ok: true };
    } catch (error) {
      const why = refusalOf(error);
      if (why) return { ok: false, why };
      throw readFailure(error);
    }
  },
});

/**
 * The refusals that no second try changes. Teams answers 403 both to an app that was never installed for the person and to one whose permission was not
 * agreed to, which comes with the installation; 400 when the installed package does not know the type or its blanks; 409 when two apps of the person name
 * our registration (Graph, "Send activity feed notifications", FAQ).
 */
const refusalOf = (error: unknown): FeedRefusal | undefined => {
  const fault = faultOf(error);
  if (fault.kind === 'not-found') return 'not-installed';
  if (fault.kind === 'conflict') return 'two-apps';
  if (fault.kind !== 'refused') return undefined;
  if (fault.status === 403) return 'not-installed';
  return fault.status === 400 ? 'package-too-old' : undefined;
};
