import { personOf } from './control-routes.ts';
import { BadLocalRequest, type LocalAnswer, type LocalRequest, type LocalRoute, objectBody, refusal } from './local-exchange.ts';
import type { PersonId } from './person-key.ts';
import type { SignIn } from './sign-in.ts';
import type { TenantConnection } from './tenant-connection.ts';

const graphScope = 'https://graph.microsoft.com/Sites.ReadWrite.All';
const pageSize = 50;

interface SiteAddress {
  readonly hostname: string;
  readonly path: string;
}

/**
 * The lists as the chosen person sees and edits them: every request goes to Graph with that person's own delegated token, so
 * rights and refusals are the service's. Answers are passed on as they are.
 */
export const listRoutes = (tenant: TenantConnection, signIn: SignIn, site: SiteAddress): LocalRoute => {
  const asPerson = async (person: PersonId, call: { method: string; path: string; ifMatch?: string | undefined; json?: unknown }) => {
    const signed = await signIn.token(person, graphScope);
    if (signed.status !== 200) return signed;
    const { access_token: token } = JSON.parse(signed.body) as { access_token: string };
    return tenant.call({
      method: call.method,
      path: call.path,
      headers: { Authorization: `Bearer ${token}`, ...(call.ifMatch === undefined ? {} : { 'If-Match': call.ifMatch }) },
      ...(call.json === undefined ? {} : { json: call.json }),
    });
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

  /** A page of rows. `next` is the service's own nextLink, followed as it is, but only back to the tenant that gave it. */
  const items = async (request: LocalRequest, person: PersonId, name: string): Promise<LocalAnswer> => {
    const next = request.query.get('next');
    if (next === null)
      return atLists(person, (lists) => ({ method: 'GET', path: `${lists}/${name}/items?$expand=fields&$top=${pageSize}` }));
    if (!next.startsWith(`${tenant.origin}/v1.0/sites/`)) return refusal(400, 'badRequest', 'The next page is not of this tenant.');
    return asPerson(person, { method: 'GET', path: next.slice(tenant.origin.length) });
  };

  return async (request) => {
    const [, , room, listName, what, itemId, ...more] = request.path.split('/');
    if (room !== 'lists' || more.length > 0) return undefined;
    const person = personOf(request);
    const name = listName ?? '';
    if (request.method === 'GET' && !listName) return atLists(person, (lists) => ({ method: 'GET', path: lists }));
    if (request.method === 'GET' && what === undefined) return list(person, name);
    if (what !== 'items') return undefined;
    if (request.method === 'GET' && itemId === undefined) return items(request, person, name);
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
