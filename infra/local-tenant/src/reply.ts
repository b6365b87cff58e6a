import type { TenantReply } from './exchange.ts';

/** An error as Graph, SharePoint and the Bot Connector send it; the server adds Graph's `innerError` on its way out. */
export const errorReply = (status: number, code: string, message: string, headers?: Readonly<Record<string, string>>): TenantReply => ({
  status,
  body: { error: { code, message } },
  ...(headers ? { headers } : {}),
});

/** 501 for something that the service offers and this tenant does not: loud, never an empty success. */
export const notServed = (what: string): TenantReply => errorReply(501, 'notImplemented', `LOCAL TENANT: ${what} is not served`);

/** The request body as a JSON object, or undefined when it is not one. */
export const jsonObject = (body: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    return asObject(JSON.parse(body.toString('utf8')));
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
};

/** A value as an object with named fields, or undefined for anything else. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;

/** True when a handler answered instead of giving what was asked for (see `RoomSupplies.authorise`). */
export const isReply = (value: object): value is TenantReply => 'status' in value && typeof value.status === 'number';
