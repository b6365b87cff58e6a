/** The version of a row, which only Graph's own column tells: 3.0 is the third. */
export const versionColumn = '_UIVersionString';
export const versionNumber = (label: unknown): number => Number.parseInt(String(label), 10);

/** One write of this process: the ETag over which it was made (none: it made the row), the one that it left, and the version that it made. */
export interface OwnWrite {
  readonly over: string | undefined;
  readonly left: string;
  readonly version: number;
}

/** How many writes of a list are remembered: those of some minutes of a rush. */
const mostKept = 1_000;
const counted = /^(.*),(\d+)("?)$/;

/** Whether one update lies between these ETags and no more: their counter rises with each update of the row. */
const isNext = ({ over, left, version }: OwnWrite): boolean => {
  const after = counted.exec(left);
  if (!after) return false;
  if (over === undefined) return after[2] === '1' && version === 1;
  const before = counted.exec(over);
  return before !== null && before[1] === after[1] && Number(before[2]) + 1 === Number(after[2]);
};

/**
 * What this process wrote to a list. Each write was made over the ETag that it names or not at all, so that a chain of them leaves no room for anybody else's. One of
 * which the service tells no version, or after which it counts more than one update, is not remembered.
 */
export const ownWrites = () => {
  const byLeft = new Map<string, OwnWrite>();
  return {
    note: (write: OwnWrite): void => {
      if (!isNext(write) || !Number.isInteger(write.version)) return;
      byLeft.set(write.left, write);
      for (const [oldest] of byLeft) {
        if (byLeft.size <= mostKept) break;
        byLeft.delete(oldest);
      }
    },
    /** Whether all versions of a row after one, up to the one that it has now, were written by this process. `now`: its ETag and version. */
    madeAllAfter: (version: number, now: { readonly eTag: string; readonly version: number }): boolean => {
      let at: string | undefined = now.eTag;
      for (let each = now.version; each > version; each -= 1) {
        const write: OwnWrite | undefined = at === undefined ? undefined : byLeft.get(at);
        if (write?.version !== each) return false;
        at = write.over;
      }
      return true;
    },
  };
};

export type OwnWrites = ReturnType<typeof ownWrites>;
