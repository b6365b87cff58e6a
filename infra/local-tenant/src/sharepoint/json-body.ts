import type { TenantRequest } from '../exchange.ts';
import { badRequest } from './graph-fault.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isJsonObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

const UNREADABLE = 'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';

/** The request's body as a JSON object; 400 `BadRequest` when it is empty, not JSON, or not an object. */
export function readJsonObject(request: TenantRequest): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(request.body.toString('utf8'));
  } catch {
    throw badRequest(UNREADABLE);
  }
  if (!isJsonObject(parsed)) throw badRequest(UNREADABLE);
  return parsed;
}

/** Refuses properties that the service's type does not have; OData annotations pass. */
export function refuseUnknownProperties(body: JsonObject, known: ReadonlySet<string>, typeName: string): void {
  for (const key of Object.keys(body)) {
    if (!known.has(key) && !key.includes('@odata.')) {
      throw badRequest(`The property '${key}' does not exist on type '${typeName}'.`);
    }
  }
}
