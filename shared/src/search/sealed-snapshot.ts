/** A snapshot that cannot be used: of another format, or not as it was written. Whoever meets one builds from the lists instead. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
}

/** 'APDS', as the first four bytes. */
const MAGIC = 0x53445041;
/** Raise it with every change of what the parts hold: an older snapshot is then refused and made anew. */
const VERSION = 6;
const HEADER_WORDS = 6;

const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/**
 * Joins parts into one block of bytes that is read in place:
 *
 *     | magic | version | seal | seal | parts | bytes | offset, length of each part ... | part 0 | part 1 | ...
 *       every field one word of 32 bits, little-endian; each part begins at a multiple of 8, so that a typed array can lie over it
 */
export function sealSnapshot(parts: readonly ArrayBufferView[]): Uint8Array {
  const start = aligned((HEADER_WORDS + parts.length * 2) * 4);
  const total = parts.reduce((sum, { byteLength }) => sum + aligned(byteLength), start);
  const bytes = new Uint8Array(total);
  const words = new Uint32Array(bytes.buffer);
  words.set([MAGIC, VERSION, 0, 0, parts.length, total]);
  let offset = start;
  for (const [index, part] of parts.entries()) {
    words.set([offset, part.byteLength], HEADER_WORDS + index * 2);
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset);
    offset += aligned(part.byteLength);
  }
  words.set(sealOf(words), 2);
  return bytes;
}

/** The parts of a snapshot as views of its bytes. Throws SnapshotRefused. */
export function openSnapshot(given: Uint8Array): readonly Uint8Array[] {
  // A view that begins anywhere (a Buffer out of a pool) is moved, for typed arrays begin at multiples of their size.
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.byteLength < HEADER_WORDS * 4) throw new SnapshotRefused('It is cut short.');
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
  const [magic, version, low, high, count = 0, total] = words;
  if (magic !== MAGIC) throw new SnapshotRefused('It is no snapshot of a directory.');
  if (version !== VERSION) throw new SnapshotRefused(`It is of format ${version}; this code reads format ${VERSION}.`);
  if (total !== bytes.byteLength) throw new SnapshotRefused('It is cut short.');
  const [soundLow, soundHigh] = sealOf(words);
  if (low !== soundLow || high !== soundHigh) throw new SnapshotRefused('Its seal is broken: the bytes are not those that were written.');
  return Array.from({ length: count }, (_, index) => {
    const [offset = 0, length = 0] = words.subarray(HEADER_WORDS + index * 2);
    return bytes.subarray(offset, offset + length);
  });
}

/** 64 bits over every word but the seal itself, in four lanes that a processor turns at once. A changed word always changes its lane. */
function sealOf(words: Uint32Array): readonly [number, number] {
  let a = 0x9e3779b1;
  let b = Math.imul((words[0] as number) ^ (words[1] as number), 0x85ebca77);
  let c = 0xc2b2ae3d;
  let d = 0x27d4eb2f;
  for (let at = 4; at < words.length; at += 4) {
    a = Math.imul(a ^ (words[at] as number), 0x01000193);
    b = Math.imul(b ^ (words[at + 1] as number), 0x85ebca6b);
    c = Math.imul(c ^ ((words[at + 2] as number) | 0), 0xc2b2ae35);
    d = Math.imul(d ^ ((words[at + 3] as number) | 0), 0x27d4eb2f);
  }
  return [(a ^ ((b << 13) | (b >>> 19))) >>> 0, (c ^ ((d << 13) | (d >>> 19))) >>> 0];
}
