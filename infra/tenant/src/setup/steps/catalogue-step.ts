import { buildPackage } from '../../../../../teams-app/appPackage/build-package.ts';
import { readAll } from '../../graph/graph.ts';
import { readRegistered } from '../registered.ts';
import { type Change, defineStep, type Judgement } from '../step.ts';
import { teamsAppIdOf } from '../teams-app-id.ts';
import type { Wanted } from '../wanted.ts';

interface CatalogueApp {
  readonly id: string;
  readonly externalId: string;
  readonly appDefinitions?: readonly { readonly version: string }[];
}

interface Seen {
  readonly ids: { readonly api: string; readonly bot: string } | undefined;
  readonly teamsAppId: string | undefined;
  readonly present: CatalogueApp | undefined;
}

/** The package of this version in the catalogue. A newer one is left: an older set-up must not take people's app back. */
export const planCatalogue = ({ ids, teamsAppId, present }: Seen, wanted: Wanted): Judgement => {
  const say = `upload the Teams app, version ${wanted.appVersion}, to the organisation's catalogue`;
  if (!ids || teamsAppId === undefined) return { changes: [{ say }] };
  const zip = (): Uint8Array =>
    buildPackage({
      teamsAppId,
      version: wanted.appVersion,
      pages: wanted.pages,
      apiClientId: ids.api,
      botAppId: ids.bot,
      councilName: wanted.councilName,
    });
  if (!present) return { changes: [{ say, call: { method: 'POST', path: '/appCatalogs/teamsApps', zip } }] };
  const version = present.appDefinitions?.at(-1)?.version ?? '';
  if (!isHigher(wanted.appVersion, version)) return { changes: [] };
  const path = `/appCatalogs/teamsApps/${present.id}/appDefinitions`;
  return { changes: [{ say: `${say}, in place of ${version}`, call: { method: 'POST', path, zip } }] };
};

const isHigher = (version: string, than: string): boolean => {
  const [left = [], right = []] = [version, than].map((text) => text.split('.').map((part) => Number(part) || 0));
  const at = left.findIndex((part, index) => part !== (right[index] ?? 0));
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0);
};

const undoCatalogue = ({ present }: Seen): Judgement => ({
  changes: present
    ? [
        {
          say: "take the Teams app out of the organisation's catalogue, and so from everybody who has it",
          call: { method: 'DELETE', path: `/appCatalogs/teamsApps/${present.id}` },
        } satisfies Change,
      ]
    : [],
});

export const catalogueStep = defineStep<Seen>({
  name: 'Teams app',
  needs: 'Teams Administrator',
  look: async (workshop) => {
    const { api, bot } = await readRegistered(workshop);
    const ids = api[0] && bot[0] ? { api: api[0].appId, bot: bot[0].appId } : undefined;
    const teamsAppId = workshop.wanted.teamsAppId ?? (ids && teamsAppIdOf(ids.api));
    const path = `/appCatalogs/teamsApps?$filter=externalId eq '${teamsAppId}'&$expand=appDefinitions`;
    return { ids, teamsAppId, present: teamsAppId === undefined ? undefined : (await readAll<CatalogueApp>(workshop.graph, path))[0] };
  },
  plan: planCatalogue,
  undo: undoCatalogue,
});
