import { createHash } from 'node:crypto';
import type { LocalDate } from '@ap/shared/domain/days/local-date';
import * as z from 'zod';

/** The finished index of a day, with the delta links up to which each of its lists was read. */
export interface DirectorySnapshot {
  readonly day: LocalDate;
  readonly links: Readonly<Record<string, string>>;
  /** What the index says that its contents come to. */
  readonly hash: string;
  /** The index, sealed by itself. */
  readonly index: Uint8Array;
}

const head = z.strictObject({
  seal: z.string(),
  day: z.string(),
  links: z.record(z.string(), z.string()),
  hash: z.string(),
});
const word = 4;

/** Over what the index was made of and by: another site, release or schema does not fit, nor another day or link. */
const sealOf = (of: string, { day, links, hash }: Omit<DirectorySnapshot, 'index'>): string =>
  createHash('sha256')
    .update(JSON.stringify([of, day, Object.entries(links).sort(), hash]))
    .digest('hex');

/** As bytes: the length of the head, the head as JSON with spaces up to a multiple of 8, the index. */
export const writeDirectory = (of: string, { index, ...told }: DirectorySnapshot): Uint8Array => {
  const text = JSON.stringify({ seal: sealOf(of, told), ...told });
  const length = Buffer.byteLength(text);
  const padded = Buffer.from(text + ' '.repeat((8 - ((word + length) % 8)) % 8));
  const size = Buffer.alloc(word);
  size.writeUInt32LE(padded.length);
  return Buffer.concat([size, padded, index]);
};

/** Reads one back; `undefined` when it does not fit in any way. The seal of the index itself is its own to judge. */
export const readDirectory = (of: string, bytes: Uint8Array): DirectorySnapshot | undefined => {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (given.length < word) return undefined;
  const length = given.readUInt32LE();
  if (given.length < word + length) return undefined;
  try {
    const { seal, ...told } = head.parse(JSON.parse(given.toString('utf8', word, word + length)));
    const found = { ...told, day: told.day as LocalDate, index: bytes.subarray(word + length) };
    return seal === sealOf(of, found) ? found : undefined;
  } catch {
    return undefined;
  }
};
