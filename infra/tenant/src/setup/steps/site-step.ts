import { readGrants } from '../../grant/grant.ts';
import { type GrantVerdict, judgeOwnSite, type SiteGrant } from '../../grant/judge-grants.ts';
import { findSite } from '../../graph/site.ts';
import { readRegistered } from '../registered.ts';
import { appNames } from '../registrations.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';
import type { Wanted } from '../wanted.ts';

interface Seen {
  readonly siteId: string;
  readonly appId: string | undefined;
  readonly grants: readonly SiteGrant[];
}

/** `write` on the site of the lists, and no more: a wider role is somebody's decision, so a person takes it back. */
export const planSite = ({ siteId, appId, grants }: Seen, { site }: Wanted): Judgement => {
  const say = `give "${appNames.runtime}" write on ${site.hostname}${site.path}`;
  if (appId === undefined) return { changes: [{ say }] };
  const verdict: GrantVerdict = judgeOwnSite(grants, appId);
  if (verdict.kind === 'too-much') return { changes: [], refused: verdict.sentence };
  if (verdict.kind === 'right') return { changes: [] };
  const body = { roles: ['write'], grantedToIdentities: [{ application: { id: appId, displayName: appNames.runtime } }] };
  return { changes: [{ say, call: { method: 'POST', path: `/sites/${siteId}/permissions`, body } }] };
};

const undoSite = ({ siteId, appId, grants }: Seen): Judgement => ({
  changes: grants
    .filter(({ appIds }) => appId !== undefined && appIds.some((id) => id.toLowerCase() === appId.toLowerCase()))
    .map(
      ({ id, roles }): Change => ({
        say: `take ${roles.join(' and ')} on the site from "${appNames.runtime}"`,
        call: { method: 'DELETE', path: `/sites/${siteId}/permissions/${id}` },
      }),
    ),
});

export const siteStep = defineStep<Seen>({
  name: "The product's permission on the site of the lists",
  needs: 'SharePoint Administrator, who administers this site too',
  look: async (workshop) => {
    const site = await findSite(workshop.graph, workshop.settings.site);
    const appId = (await readRegistered(workshop)).runtime[0]?.appId;
    return { siteId: site.id, appId, grants: appId === undefined ? [] : await readGrants(workshop.graph, site.id) };
  },
  plan: planSite,
  undo: undoSite,
});
