import { administratorClientId, councilTenantId, frameworkSiteId } from '@ap/local/sample/ids';
import { samplePerson } from '@ap/local/sample/people';
import type { People } from './signed-in.ts';

/** A row as somebody in SharePoint has it open. */
export interface OpenRow {
  readonly id: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const graphScope = 'https://graph.microsoft.com/Sites.ReadWrite.All';

/** The lists as a commissioner works in them, by hand and with their own rights; `administrator`: by the administrator's program instead. */
export const listEditor = (stack: { readonly people: People }, who: string) => {
  const token = async (): Promise<string> =>
    who === 'administrator'
      ? (
          await stack.people.control<{ access_token: string }>('POST', '/_local/tokens', {
            kind: 'app',
            tenantId: councilTenantId,
            clientId: administratorClientId,
          })
        ).access_token
      : stack.people.token(samplePerson(who), undefined, graphScope);
  const call = async (method: string, path: string, json?: unknown) => {
    const options = { token: await token(), ...(json === undefined ? {} : { json }) };
    return stack.people.tenant(method, `/v1.0/sites/${frameworkSiteId}/lists/${path}`, options);
  };
  const done = async (method: string, path: string, json?: unknown): Promise<unknown> => {
    const answer = await call(method, path, json);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const rows = async (list: string, key: string): Promise<readonly OpenRow[]> => {
    const filter = encodeURIComponent(`fields/Title eq '${key}'`);
    return ((await done('GET', `${list}/items?$filter=${filter}&$expand=fields`)) as { value: readonly OpenRow[] }).value;
  };
  const row = async (list: string, key: string): Promise<OpenRow> => {
    const [found] = await rows(list, key);
    if (!found) throw new Error(`There is no ${key} in ${list}`);
    return found;
  };
  return {
    call,
    rows,
    row,
    fields: async (list: string, key: string) => (await row(list, key)).fields,
    /** Some row of a list, of which it is not asked which. */
    anyRow: async (list: string, where = ''): Promise<OpenRow> => {
      const filter = where === '' ? '' : `&$filter=${encodeURIComponent(where)}`;
      const [found] = ((await done('GET', `${list}/items?$top=1${filter}&$expand=fields`)) as { value: readonly OpenRow[] }).value;
      if (!found) throw new Error(`There is no such row in ${list}`);
      return found;
    },
    edit: async (list: string, key: string, fields: object): Promise<void> => {
      await done('PATCH', `${list}/items/${(await row(list, key)).id}/fields`, fields);
    },
    add: async (list: string, fields: object): Promise<string> => ((await done('POST', `${list}/items`, { fields })) as { id: string }).id,
    remove: async (list: string, key: string): Promise<void> => {
      await done('DELETE', `${list}/items/${(await row(list, key)).id}`);
    },
  };
};
