import type { TenantReply } from '../../exchange.ts';
import { LEVEL } from '../access.ts';
import { GraphFault, invalidRequest } from '../graph-fault.ts';
import { contextOf, type GraphRoute, type ListCall, listLink, listRoute } from '../graph-route.ts';
import { linkTo } from '../query/opaque-token.ts';
import { pageSize, type QueryOptions, readQueryOptions } from '../query/query-options.ts';
import { droppedLookups, readFieldsExpansion, selectProperties, withoutLookups } from '../query/select.ts';
import type { ItemState } from '../state/list-state.ts';
import { type DeltaToken, readDeltaToken, writeDeltaToken } from './delta-token.ts';
import { contentTypeJson, ITEM_TYPE, itemJson } from './item-json.ts';
import { lookupNames } from './item-routes.ts';

interface Change {
  readonly sequence: number;
  readonly id: number;
  /** Absent = deleted. */
  readonly item?: ItemState;
}

function changesAfter(call: ListCall, token: DeltaToken): readonly Change[] {
  const { deleted } = call.list.state;
  const live: readonly Change[] = call.list
    .items()
    .filter(({ sequence }) => sequence > token.seen)
    .map((item) => ({ sequence: item.sequence, id: item.id, item }));
  const gone = Object.entries(deleted)
    .filter(([, sequence]) => sequence > token.seen && sequence > token.began)
    .map(([id, sequence]) => ({ sequence, id: Number(id) }));
  return [...live, ...gone].sort((left, right) => left.sequence - right.sequence);
}

const link = (call: ListCall, options: QueryOptions, token?: DeltaToken): string => {
  const kept = [...options].filter(([name]) => name !== 'token').map(([name, value]) => [`$${name}`, value] as const);
  return linkTo(`${listLink(call)}/items/delta`, token === undefined ? kept : [...kept, ['token', writeDeltaToken(token)]]);
};

const beginning = (call: ListCall): DeltaToken => ({
  listId: call.list.state.id,
  seen: 0,
  began: call.list.state.sequence,
  issuedAt: call.at,
});

function tokenOf(call: ListCall, options: QueryOptions): DeltaToken {
  const text = options.get('token');
  if (text === undefined || text === '') return beginning(call);
  const { sequence, id } = call.list.state;
  if (text === 'latest') return { listId: id, seen: sequence, began: sequence, issuedAt: call.at };
  const token = readDeltaToken(text, id, call.at);
  if (token === undefined) throw invalidRequest('The provided token is not valid.');
  const headers = { Location: link(call, options, beginning(call)) };
  const message = 'The sync state has expired: enumerate afresh from Location, then treat what is missing as deleted.';
  if (call.oddities.strikes('forgetsDeltaOtherwise'))
    throw new GraphFault(410, 'resyncRequired', message, { headers, innerCode: 'resyncApplyDifferences' });
  if (token === 'expired' || call.oddities.strikes('forgetsDelta'))
    throw new GraphFault(410, 'resyncChangesApplyDifferences', message, { headers });
  return token;
}

const deletedJson = (call: ListCall, id: number) => ({
  id: String(id),
  parentReference: { siteId: call.site.site.id },
  contentType: contentTypeJson(call.list.state.id),
  deleted: { state: 'deleted' },
});

interface DeltaPage {
  readonly changes: readonly Change[];
  readonly token: DeltaToken;
  readonly more: boolean;
}

function forwards(call: ListCall, token: DeltaToken, size: number): DeltaPage {
  const changes = changesAfter(call, token);
  const page = changes.slice(0, size);
  const more = changes.length > size;
  const seen = more ? (page.at(-1)?.sequence ?? token.seen) : call.list.state.sequence;
  return { changes: page, more, token: { ...token, seen, began: more ? token.began : seen, issuedAt: call.at } };
}

/** The latest change first. What changes meanwhile comes at the end, in order. */
function backwards(call: ListCall, { backwards: span, ...token }: DeltaToken, size: number): DeltaPage {
  const { from, below } = span ?? { from: call.list.state.sequence, below: call.list.state.sequence + 1 };
  const left = changesAfter(call, token)
    .filter(({ sequence }) => sequence < below)
    .reverse();
  const page = left.slice(0, size);
  const issuedAt = call.at;
  if (left.length > size)
    return { changes: page, more: true, token: { ...token, issuedAt, backwards: { from, below: page.at(-1)?.sequence ?? below } } };
  const more = call.list.state.sequence > from;
  return { changes: page, more, token: { ...token, seen: from, began: more ? token.began : from, issuedAt } };
}

/** An item as it was one version before; as it is when that is not known. */
function before(call: ListCall, item: ItemState): ItemState {
  const earlier = call.list.past(item).at(-1);
  return earlier === undefined ? item : { ...item, ...earlier, revision: item.revision - 1 };
}

/**
 * The list's changes in order, each item in its latest state. An item that changes during an enumeration is told again later:
 * the last word counts. Each page has either a nextLink or a deltaLink.
 */
function getDelta(call: ListCall): TenantReply {
  const options = readQueryOptions(call.query, ['select', 'expand', 'top', 'token']);
  const expansion = readFieldsExpansion(options, call.strictness);
  const dropped = droppedLookups(lookupNames(call), expansion, call.strictness);
  const token = tokenOf(call, options);
  const turned = token.backwards !== undefined || call.oddities.strikes('runsBackwards');
  const page = turned ? backwards(call, token, pageSize(options)) : forwards(call, token, pageSize(options));
  const shown = (item: ItemState) => {
    // Who edited a row is not told here, but by the row itself.
    const { lastModifiedBy: _untold, ...json } = itemJson(call, item, expansion);
    return selectProperties(withoutLookups(json, dropped), options, ITEM_TYPE, ['fields', 'id']);
  };
  const repeated = call.oddities.strikes('repeatsRows') ? page.changes.flatMap(({ item }) => item ?? []) : [];
  const value = [
    ...repeated.map((item) => shown(before(call, item))),
    ...page.changes.map(({ id, item }) => (item === undefined ? deletedJson(call, id) : shown(item))),
  ];
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(call, `lists('${call.list.state.id}')/items/delta`),
      [page.more ? '@odata.nextLink' : '@odata.deltaLink']: link(call, options, page.token),
      value,
    },
  };
}

/** `delta`, `delta()`, `delta?token=x` and `delta(token='x')`; must stand before the routes of one item. */
export const deltaRoutes: readonly GraphRoute[] = [
  listRoute({ method: 'GET', pattern: 'lists/{list}/items/delta', level: LEVEL.read, units: 'delta', handle: getDelta }),
];
