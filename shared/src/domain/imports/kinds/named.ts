import type { ImportKind } from '../record.ts';
import type { Fault, Surroundings } from '../sheet-kind.ts';

/** Nothing, or that a row names a record which is nowhere, or only in a row with errors. */
export const unknownName = (around: Surroundings, kind: ImportKind, one: string, field: string, ref: string): readonly Fault[] => {
  const broken = around.broken(kind, ref);
  if (broken)
    return [
      { field, sentence: `The ${one} ${ref} is in this file with errors (${broken.sheet}, row ${broken.row}). Mend that row first.` },
    ];
  if (around.find(kind, ref)) return [];
  return [{ field, sentence: `There is no ${one} ${ref} in the register or in this file. Check the reference, or add the ${one}.` }];
};

/** Fields whose values two records share that must be of one record only. */
export const shared = <R extends { readonly ref: string }>(
  records: readonly R[],
  field: keyof R & string,
  sentence: (others: readonly string[]) => string,
): readonly (Fault & { readonly ref: string })[] => {
  const owners = new Map<unknown, string[]>();
  for (const record of records) {
    if (record[field] === undefined) continue;
    const known = owners.get(record[field]) ?? [];
    known.push(record.ref);
    owners.set(record[field], known);
  }
  return records.flatMap((record) => {
    const others = (owners.get(record[field]) ?? []).filter((ref) => ref !== record.ref);
    return others.length > 0 ? [{ ref: record.ref, field, sentence: sentence(others.slice(0, 3)) }] : [];
  });
};
