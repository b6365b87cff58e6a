import type { HttpRequest } from '@azure/functions';

/** The body as text; `undefined` above so many bytes, and then unread where its length is told. */
export const readLimited = async (request: Pick<HttpRequest, 'headers' | 'text'>, limit: number): Promise<string | undefined> => {
  if (Number(request.headers.get('content-length') ?? 0) > limit) return undefined;
  const text = await request.text();
  return Buffer.byteLength(text) > limit ? undefined : text;
};
