import { faultOf } from './graph-fault.ts';

interface WithFields {
  readonly fields?: Readonly<Record<string, unknown>>;
}

/**
 * The items of a list with a value in an indexed column, in any case, as the service compares. SharePoint answers no question that matches over 5,000 rows, index or not: then
 * the list is read to its end, which takes longer and misses nothing. Rejects as `matching` does otherwise.
 */
export const readMatching = async <T extends WithFields>(
  [column, value]: readonly [column: string, value: string],
  matching: () => Promise<readonly T[]>,
  all: () => Promise<readonly T[]>,
): Promise<readonly T[]> => {
  try {
    return await matching();
  } catch (error) {
    if (faultOf(error).kind !== 'too-many-rows') throw error;
    return (await all()).filter(({ fields }) => String(fields?.[column]).toLowerCase() === value.toLowerCase());
  }
};
