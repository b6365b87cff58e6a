import type { Organisation, OrganisationSite } from '../../organisation.ts';
import type { Persistence } from '../../room.ts';
import { isJsonObject } from '../json-body.ts';
import { SITE_GROUPS } from './site-groups.ts';
import type { SiteState } from './site-state.ts';
import { type ItemListener, SiteStore } from './site-store.ts';

const DOCUMENT = 'sharepoint';
const FORMAT = 1;

const newSiteState = (site: OrganisationSite): SiteState => ({
  lists: [],
  grants: [],
  principals: SITE_GROUPS.map(({ id, suffix }) => {
    const title = `${site.displayName} ${suffix}`;
    return { id, kind: 'siteGroup', key: title, title, email: '', loginName: title };
  }),
  nextPrincipalId: 6,
});

function readSites(document: unknown): Record<string, SiteState> {
  if (document === undefined || document === null) return {};
  if (!isJsonObject(document) || document.format !== FORMAT || !isJsonObject(document.sites)) {
    throw new Error(`The kept state '${DOCUMENT}' is not of format ${FORMAT}: start the local tenant with --reset`);
  }
  return document.sites as Record<string, SiteState>;
}

/** All sites of all tenants, opened from what was kept. A site that is seen for the first time gets its `Documents` library. */
export class SharePointStore {
  readonly sites: readonly SiteStore[];

  constructor(organisation: Organisation, persistence: Persistence, now: string, itemChanged: ItemListener = () => undefined) {
    const states = readSites(persistence.load(DOCUMENT));
    const saveSite = (): void => persistence.save(DOCUMENT, { format: FORMAT, sites: states });
    this.sites = organisation.tenants.flatMap((tenant) =>
      tenant.sites.map((site) => {
        const known = states[site.id];
        const state = known ?? newSiteState(site);
        states[site.id] = state;
        const store = new SiteStore(tenant, site, state, { persistence, saveSite, itemChanged });
        for (const { groupId } of site.members ?? []) store.ensurePrincipal('group', groupId);
        if (known === undefined)
          store.addList({ displayName: 'Documents', template: 'documentLibrary' }, { at: now, by: SITE_GROUPS[0]?.id ?? 3 });
        return store;
      }),
    );
  }
}
