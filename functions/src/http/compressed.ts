import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpResponseInit } from '@azure/functions';

/** What is shorter goes as it is: it would not get smaller by much. */
const worthIt = 1_024;

const encodings = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => promisify(gzip)(text),
} as const;

/** The first of ours that the caller takes. A caller that sends nothing, or a weight of nought, takes none. */
const encodingFor = (accepted: string | null): keyof typeof encodings | undefined => {
  const taken = (accepted ?? '')
    .toLowerCase()
    .split(',')
    .filter((each) => !/;\s*q=0(\.0*)?\s*$/.test(each))
    .map((each) => each.split(';')[0]?.trim());
  return (['br', 'gzip'] as const).find((name) => taken.includes(name));
};

/** An answer as small as the caller can read it: neither the host nor Azure's front end compresses. Nothing in it is another's: it is made for each request. */
export const compressed = async (response: HttpResponseInit, accepted: string | null): Promise<HttpResponseInit> => {
  const { body, headers } = response;
  if (typeof body !== 'string' || body.length < worthIt) return response;
  const vary = { ...headers, vary: 'accept-encoding' };
  const encoding = encodingFor(accepted);
  if (!encoding) return { ...response, headers: vary };
  return { ...response, headers: { ...vary, 'content-encoding': encoding }, body: new Uint8Array(await encodings[encoding](body)) };
};
