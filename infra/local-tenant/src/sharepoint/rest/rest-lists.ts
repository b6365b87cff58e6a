import { sameId } from '../../organisation-lookup.ts';
import { accessOf, LEVEL } from '../access.ts';
import type { JsonObject } from '../json-body.ts';
import type { ListStore } from '../state/list-store.ts';
import { type RestCall, type RestHandler, readRestProperties, refuseBelow, restBody, restCollection, restEntity } from './rest-call.ts';
import { restBadRequest, restNotFound } from './rest-fault.ts';
import { handleFields } from './rest-fields.ts';
import { handleOwnRights } from './rest-own-rights.ts';
import { handleListRoles } from './rest-roles.ts';
import { handleVersions } from './rest-versions.ts';
import { handleViews } from './rest-views.ts';

const TYPES = {
  Title: 'string',
  Description: 'string',
  EnableVersioning: 'boolean',
  MajorVersionLimit: 'number',
  EnableAttachments: 'boolean',
  EnableFolderCreation: 'boolean',
  Hidden: 'boolean',
  NoCrawl: 'boolean',
  OnQuickLaunch: 'boolean',
} as const;
const MOST_MAJOR_VERSIONS = 50_000;
/** SharePoint's own numbers of what Graph calls the template. */
const BASE_TEMPLATES: Readonly<Record<string, number>> = { genericList: 100, documentLibrary: 101, events: 106 };

const restListJson = ({ state }: ListStore): JsonObject => ({
  EnableAttachments: true,
  EnableFolderCreation: false,
  Hidden: false,
  NoCrawl: false,
  ...state.settings,
  Id: state.id,
  Title: state.displayName,
  Description: state.description,
  BaseTemplate: BASE_TEMPLATES[state.template] ?? 100,
  ItemCount: Object.keys(state.items).length,
  HasUniqueRoleAssignments: state.roleAssignments !== undefined,
});

function changeList(call: RestCall, list: ListStore): void {
  const { Title, Description, ...settings } = readRestProperties(restBody(call.request), TYPES, 'SP.List');
  const limit = settings.MajorVersionLimit;
  if (typeof limit === 'number' && (!Number.isInteger(limit) || limit < 0 || limit > MOST_MAJOR_VERSIONS)) {
    throw restBadRequest(`MajorVersionLimit must be from 1 to ${MOST_MAJOR_VERSIONS}.`);
  }
  list.change(
    {
      ...(typeof Title === 'string' ? { displayName: Title } : {}),
      ...(typeof Description === 'string' ? { description: Description } : {}),
      settings: { ...list.state.settings, ...settings },
    },
    call.at,
  );
}

/** `lists`, `lists/getbytitle('…')`, `lists(guid'…')`, and what lies below one list. */
export const handleLists: RestHandler = (call) => {
  const [first, second] = call.steps;
  if (first?.name !== 'lists') return undefined;
  const byTitle = first.args === undefined;
  if (byTitle && second === undefined) {
    if (call.verb !== 'GET') return undefined;
    return restCollection(
      call,
      call.site
        .lists()
        .filter((list) => accessOf(call.caller, call.site, list) >= LEVEL.read)
        .map(restListJson),
    );
  }
  if (byTitle && second?.name !== 'getbytitle' && second?.name !== 'getbyid') return undefined;
  const [wanted = ''] = (byTitle ? second?.args : first.args) ?? [];
  const list = call.site
    .lists()
    .find(({ state }) => sameId(second?.name === 'getbytitle' && byTitle ? state.displayName : state.id, wanted));
  if (list === undefined || accessOf(call.caller, call.site, list) < LEVEL.read)
    throw restNotFound(`List '${wanted}' does not exist at site with URL '${call.site.webUrl}'.`);
  const below = { ...call, steps: call.steps.slice(byTitle ? 2 : 1) };
  if (below.steps.length > 0)
    return (
      handleViews(list)(below) ??
      handleFields(list)(below) ??
      handleOwnRights(list)(below) ??
      handleVersions(list)(below) ??
      handleListRoles(list)(below)
    );
  if (call.verb === 'GET') return restEntity(call, restListJson(list));
  if (call.verb !== 'MERGE') return undefined;
  refuseBelow(call, LEVEL.manage, list);
  changeList(call, list);
  return { status: 204 };
};
