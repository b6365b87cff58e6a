import type { TenantReply, TenantRequest } from '../exchange.ts';
import { errorReply, jsonObject, notServed } from '../reply.ts';

export const badRequest = (message: string, code = 'Request_BadRequest'): TenantReply => errorReply(400, code, message);

/** A bad request whose own code stands among the details, as Graph has it of most of the directory's. */
export const badInDetail = (message: string, code: string): TenantReply => ({
  status: 400,
  body: { error: { code: 'Request_BadRequest', message, details: [{ code, message }] } },
});

/** The directory's answer to what is there already. */
export const taken = (message: string): TenantReply => errorReply(409, 'Request_MultipleObjectsWithSameKeyValue', message);

/** A collection or an object, with what the directory charges for it. */
export const found = (request: TenantRequest, kind: string, body: object, status = 200): TenantReply => ({
  status,
  body: { '@odata.context': `${request.origin}/v1.0/$metadata#${kind}`, ...body },
  units: 1,
  headers: { 'x-ms-resource-unit': '1' },
});

export const empty = (): TenantReply => ({ status: 204, units: 1, headers: { 'x-ms-resource-unit': '1' } });

type Fields = Readonly<Record<string, unknown>>;

/** The body, with no other properties than these: the service refuses a name that it does not know. */
export const bodyOf = (request: TenantRequest, known: readonly string[]): Fields | TenantReply => {
  const body = jsonObject(request.body);
  if (!body)
    return badRequest('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
  const foreign = Object.keys(body).find((name) => !known.includes(name));
  return foreign === undefined ? body : badRequest(`Invalid property '${foreign}'.`);
};

/** `$filter=name eq 'value'` over the names that are served; undefined without a filter. */
export const filterOf = (request: TenantRequest, names: readonly string[]): { name: string; value: string } | undefined | TenantReply => {
  const filter = request.query.get('$filter');
  if (filter === undefined) return undefined;
  const [, name = '', value = ''] = /^(\w+) eq '((?:[^']|'')*)'$/.exec(filter) ?? [];
  return names.includes(name) ? { name, value: value.replaceAll("''", "'") } : notServed(`$filter=${filter} on ${request.path}`);
};
