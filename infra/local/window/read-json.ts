import type { IncomingMessage } from 'node:http';
import { BadLocalRequest } from './local-exchange.ts';

const largest = 1_000_000;

/** The request's JSON body, or undefined when it has none. Throws `BadLocalRequest` when it is too large or no JSON. */
export const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) throw new BadLocalRequest('The body is larger than 1 MB.');
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new BadLocalRequest('The body is not JSON.');
  }
};
