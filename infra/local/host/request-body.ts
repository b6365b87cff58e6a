import type { IncomingMessage } from 'node:http';
import { HttpRefusal } from './http-refusal.ts';

/** What Azure accepts by default; the app setting FUNCTIONS_REQUEST_BODY_SIZE_LIMIT changes it. */
export const defaultBodyLimit = 104_857_600;

/** Reads a whole body. Refuses with 413 as soon as it is known to be longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = (): HttpRefusal => new HttpRefusal(413, `The request body is longer than ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
