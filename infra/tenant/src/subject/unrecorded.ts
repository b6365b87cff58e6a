import { effectStore } from '../../../../functions/src/adapters/storage/effect-queue.ts';
import type { Stores } from './stores.ts';

/** A record with what it asks of the world. */
export interface WithOutbox {
  readonly ref: string;
  readonly outbox: readonly { readonly id: string; readonly kind: string }[];
}

/** Why a row must not go yet: it is the only place of an event that the audit log has not taken, which would be lost with it. */
export const unrecorded = async ({ storage }: Stores, { ref, outbox }: WithOutbox): Promise<string | undefined> => {
  if (!outbox.some(({ kind }) => kind === 'record-audit')) return undefined;
  const done = new Set((await effectStore(storage).receipts(ref)).map(({ effectId }) => effectId));
  const waits = outbox.some(({ id, kind }) => kind === 'record-audit' && !done.has(id));
  return waits ? `${ref}: an event of it is not in the audit log yet.` : undefined;
};
