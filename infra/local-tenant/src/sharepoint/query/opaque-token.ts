import { isJsonObject, type JsonObject } from '../json-body.ts';

/** Makes a token that callers can only hand back. */
export const opaqueToken = (content: JsonObject): string => Buffer.from(JSON.stringify(content)).toString('base64url');

/** The content of a token that this tenant made; undefined for anything else. */
export function readOpaqueToken(token: string): JsonObject | undefined {
  try {
    const content: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return isJsonObject(content) ? content : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** An address with query options, each percent-encoded. */
export function linkTo(address: string, options: Iterable<readonly [string, string]>): string {
  const query = [...options].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? address : `${address}?${query}`;
}
