import { isJsonObject } from '../json-body.ts';
import { opaqueToken, readOpaqueToken } from '../query/opaque-token.ts';

/** Days for which a delta token is honoured. The service does not say; this is shorter than its recycle bin. */
export const DELTA_TOKEN_DAYS = 30;

/** Where a caller stands in a list's stream of changes. */
export interface DeltaToken {
  readonly listId: string;
  /** The caller has seen the stream up to here. */
  readonly seen: number;
  /** Deletions up to here were before the caller's enumeration began, so they are not told. */
  readonly began: number;
  readonly issuedAt: string;
  /** An enumeration that runs backwards: it began at `from`, and is down to just above `below`. */
  readonly backwards?: { readonly from: number; readonly below: number };
}

export const writeDeltaToken = (token: DeltaToken): string => opaqueToken({ ...token });

/** Reads a token; 'expired' when it is too old or of another list; undefined when it is none of this tenant's. */
export function readDeltaToken(text: string, listId: string, now: string): DeltaToken | 'expired' | undefined {
  const content = readOpaqueToken(text);
  if (content === undefined) return undefined;
  const { seen, began, issuedAt } = content;
  if (typeof seen !== 'number' || typeof began !== 'number' || typeof issuedAt !== 'string') return undefined;
  const age = Date.parse(now) - Date.parse(issuedAt);
  if (content.listId !== listId || age > DELTA_TOKEN_DAYS * 86_400_000) return 'expired';
  const { backwards } = content;
  if (!isJsonObject(backwards)) return { listId, seen, began, issuedAt };
  return { listId, seen, began, issuedAt, backwards: { from: Number(backwards.from), below: Number(backwards.below) } };
}
