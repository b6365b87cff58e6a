import type { ServiceDocument } from '../document.ts';
import { readRow, rowText } from './row-text.ts';

/** Documents as the bytes of their rows, one after the other: what one thread hands another without a copy of each field. */
export interface PackedRows {
  /** Where each row begins, and where the last one ends. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A document as the bytes of its row: the same bytes for equal documents. */
export const rowBytes = (document: ServiceDocument): Uint8Array => encoder.encode(rowText(document));

export const packRows = (rows: readonly Uint8Array[]): PackedRows => {
  const starts = new Uint32Array(rows.length + 1);
  for (const [index, { length }] of rows.entries()) starts[index + 1] = (starts[index] as number) + length;
  const bytes = new Uint8Array(starts[rows.length] as number);
  for (const [index, row] of rows.entries()) bytes.set(row, starts[index]);
  return { starts, bytes };
};

export const unpackRows = ({ starts, bytes }: PackedRows): readonly ServiceDocument[] =>
  Array.from({ length: starts.length - 1 }, (_, index) => readRow(decoder.decode(bytes.subarray(starts[index], starts[index + 1]))));
