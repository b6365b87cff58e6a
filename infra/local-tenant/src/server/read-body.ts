import type { IncomingMessage } from 'node:http';

/** The most that Graph takes in one request. */
export const bodyLimit = 4 * 1024 * 1024;

/** The whole body, or 'too-large' as soon as more than 4 MB have come. Rejects when the caller breaks off. */
export const readBody = async (request: IncomingMessage): Promise<Buffer | 'too-large'> => {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return 'too-large';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
