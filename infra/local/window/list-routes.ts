import { personOf } from './control-routes.ts';
import { BadLocalRequest, jsonAnswer, type LocalAnswer, type LocalRoute, objectBody, refusal } from './local-exchange.ts';
import type { PersonId } from './person-key.ts';
import type { SignIn } from './sign-in.ts';
import type { TenantAnswer, TenantConnection } from './tenant-connection.ts';
import { type QueriedRow, rowsOfView, UnreadableQuery } from './view-query.ts';

const graphScope = 'https://graph.microsoft.com/Sites.ReadWrite.All';
const pageSize = 50;
/** Rows asked for in one request when a view is evaluated. */
const readSize = 2000;
/** SharePoint's permission to change items of a list. */
const editListItems = 4;

interface RawView {
  readonly Id: string;
  readonly Title: string;
  readonly DefaultView: boolean;
  readonly ViewQuery: string;
}

/** The service's own refusal of one of several requests. */
class Refused extends Error {
  readonly answer: TenantAnswer;
  constructor(answer: TenantAnswer) {
    super(`The service answered ${answer.status}.`);
    this.answer = answer;
  }
}

const orRefusal = async (asking: Promise<LocalAnswer>): Promise<LocalAnswer> => {
  try {
    return await asking;
  } catch (failure) {
    if (failure instanceof Refused) return failure.answer;
    if (failure instanceof UnreadableQuery) return refusal(501, 'unreadableView', failure.message);
    throw failure;
  }
};

interface SiteAddress {
  readonly hostname: string;
  readonly path: string;
}

/**
 * The lists as the chosen person sees and edits them: every request goes to Graph with that person's own delegated token, so
 * rights and refusals are the service's. Answers are passed on as they are.
 */
export const listRoutes = (tenant: TenantConnection, signIn: SignIn, site: SiteAddress): LocalRoute => {
  const asPerson = async (
    person: PersonId,
    call: { method: string; path: string; ifMatch?: string | undefined; json?: unknown },
    scope = graphScope,
  ) => {
    const signed = await signIn.token(person, scope);
    if (signed.status !== 200) return signed;
    const { access_token: token } = JSON.parse(signed.body) as { access_token: string };
    return tenant.call({
      method: call.method,
      path: call.path,
      headers: { Authorization: `Bearer ${token}`, ...(call.ifMatch === undefined ? {} : { 'If-Match': call.ifMatch }) },
      ...(call.json === undefined ? {} : { json: call.json }),
    });
  };

  /** What SharePoint's own API tells the person of a list: whoever reads the list reads this. */
  const asked = async <T>(person: PersonId, listId: string, what: string): Promise<T> => {
    const path = `${encodeURI(site.path)}/_api/web/lists(guid'${listId}')/${what}`;
    const answer = await asPerson(person, { method: 'GET', path }, `https://${site.hostname}/AllSites.Write`);
    if (answer.status !== 200) throw new Refused(answer);
    return JSON.parse(answer.body) as T;
  };

  /** The shared views with their columns, the column formats, and whether the person may change items. */
  const face = async (person: PersonId, listId: string): Promise<LocalAnswer> => {
    const [{ value: views }, { value: fields }, { Low }] = await Promise.all([
      asked<{ value: readonly RawView[] }>(person, listId, 'views'),
      asked<{ value: readonly { InternalName: string; CustomFormatter: string | null }[] }>(person, listId, 'fields'),
      asked<{ Low: string }>(person, listId, 'effectivebasepermissions'),
    ]);
    const shown = await Promise.all(
      views.map(async ({ Id, Title, DefaultView }) => {
        const { Items } = await asked<{ Items: readonly string[] }>(person, listId, `views(guid'${Id}')/viewfields`);
        return { id: Id, title: Title, isDefault: DefaultView, columns: Items };
      }),
    );
    const formatters = Object.fromEntries(
      fields.flatMap(({ InternalName, CustomFormatter }) => (CustomFormatter ? [[InternalName, CustomFormatter]] : [])),
    );
    return jsonAnswer(200, { views: shown, formatters, mayEdit: (Number(Low) & editListItems) !== 0 });
  };

  /** A page of a view. The window reads the rows as the person and evaluates the view as SharePoint's page does. */
  const rowsShown = async (person: PersonId, listId: string, viewId: string, page: number): Promise<LocalAnswer> => {
    const { ViewQuery } = await asked<RawView>(person, listId, `views(guid'${viewId}')`);
    const all: QueriedRow[] = [];
    let answer = await atLists(person, (lists) => ({ method: 'GET', path: `${lists}/${listId}/items?$expand=fields&$top=${readSize}` }));
    for (;;) {
      if (answer.status !== 200) return answer;
      const read = JSON.parse(answer.body) as { value: readonly QueriedRow[]; '@odata.nextLink'?: string };
      all.push(...read.value);
      const next = read['@odata.nextLink'];
      if (next === undefined) break;
      answer = await asPerson(person, { method: 'GET', path: next.slice(tenant.origin.length) });
    }
    const rows = rowsOfView(ViewQuery, all, new Date());
    return jsonAnswer(200, { total: rows.length, pageSize, value: rows.slice((page - 1) * pageSize, page * pageSize) });
  };

  /** Asks below the site's lists; the site is looked up as the person, whom the service may already refuse there. */
  const atLists = async (person: PersonId, rest: (lists: string) => Parameters<typeof asPerson>[1]): Promise<LocalAnswer> => {
    const found = await asPerson(person, { method: 'GET', path: `/v1.0/sites/${site.hostname}:${encodeURI(site.path)}` });
    if (found.status !== 200) return found;
    const { id } = JSON.parse(found.body) as { id: string };
    return asPerson(person, rest(`/v1.0/sites/${id}/lists`));
  };

  /** The list with its columns in one answer. */
  const list = (person: PersonId, name: string): Promise<LocalAnswer> =>
    atLists(person, (lists) => ({ method: 'GET', path: `${lists}/${name}?$expand=columns` }));

  return async (request) => {
    const [, , room, listName, what, itemId, versions, versionId, ...more] = request.path.split('/');
    if (room !== 'lists' || more.length > 0) return undefined;
    const person = personOf(request);
    const name = listName ?? '';
    if (request.method === 'GET' && !listName) return atLists(person, (lists) => ({ method: 'GET', path: lists }));
    if (request.method === 'GET' && what === undefined) return list(person, name);
    if (!/^[\w-]+$/.test(name)) return undefined;
    if (request.method === 'GET' && what === 'face' && itemId === undefined) return orRefusal(face(person, name));
    if (what !== 'items') return undefined;
    if (request.method === 'GET' && itemId === undefined) {
      const view = request.query.get('view') ?? '';
      const page = Number(request.query.get('page') ?? '1');
      if (!/^[\w-]+$/.test(view) || !Number.isInteger(page) || page < 1) throw new BadLocalRequest('`view` and `page` must be named.');
      return orRefusal(rowsShown(person, name, view, page));
    }
    if (versions !== undefined) {
      if (versions !== 'versions' || !/^\d+$/.test(itemId ?? '')) return undefined;
      const path = `${name}/items/${itemId}/versions`;
      if (request.method === 'GET' && versionId === undefined)
        return atLists(person, (lists) => ({ method: 'GET', path: `${lists}/${path}?$expand=fields` }));
      if (request.method !== 'POST' || !/^\d+\.0$/.test(versionId ?? '')) return undefined;
      return atLists(person, (lists) => ({ method: 'POST', path: `${lists}/${path}/${versionId}/restoreVersion` }));
    }
    if (request.method !== 'PATCH' || !/^\d+$/.test(itemId ?? '')) return undefined;
    if (!request.ifMatch) throw new BadLocalRequest('A change names the version that was read (If-Match).');
    const { fields } = objectBody(request);
    return atLists(person, (lists) => ({
      method: 'PATCH',
      path: `${lists}/${name}/items/${itemId}/fields`,
      ifMatch: request.ifMatch,
      json: fields,
    }));
  };
};
