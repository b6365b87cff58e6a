import * as z from 'zod/mini';
import type { Told } from '../../contract/endpoint.ts';
import { type PersonId, personKey } from '../../domain/people/person.ts';

/** What was typed into a form and has not reached the server yet, as this device keeps it for one person. */
const copyShape = z.object({
  draftId: z.string(),
  serviceRef: z.string(),
  serviceName: z.string(),
  callOffRef: z.optional(z.string()),
  /** By field. What a text may not hold was taken out before. */
  answers: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  /** By this device's clock: an ISO instant. */
  keptAt: z.string(),
});
export type DeviceCopy = Told<z.infer<typeof copyShape>>;

/** A weekend and a day: who was cut off on a Friday comes back on Monday. */
const keptForMs = 72 * 3_600_000;

const prefix = 'ap.draft ';
const keyOf = (owner: PersonId, draftId: string): string => `${prefix}${personKey(owner)} ${draftId}`;

/** The device's storage; undefined where the browser or the frame does not give one. */
const storage = (): Storage | undefined => {
  try {
    return window.localStorage;
  } catch {
    // Blocked by a setting or by the frame: then nothing is kept, and nothing is promised.
    return undefined;
  }
};

/** Keeps a copy in place of the one before. False when the device cannot. */
export const keepOnDevice = (owner: PersonId, copy: DeviceCopy): boolean => {
  try {
    storage()?.setItem(keyOf(owner, copy.draftId), JSON.stringify(copy));
    return storage() !== undefined;
  } catch {
    // Full, or not allowed to write: the server's copy is the one that counts.
    return false;
  }
};

export const dropFromDevice = (owner: PersonId, draftId: string): void => storage()?.removeItem(keyOf(owner, draftId));

/** This person's copies, the newest first. Copies that are too old, whoever's they are, go. */
export const copiesOnDevice = (owner: PersonId, now: Date): readonly DeviceCopy[] => {
  const kept = storage();
  if (!kept) return [];
  const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '').filter((key) => key.startsWith(prefix));
  const copies = keys.flatMap((key) => {
    const copy = copyIn(kept.getItem(key) ?? '', now);
    if (!copy) kept.removeItem(key);
    return copy && key.startsWith(keyOf(owner, '')) ? [copy] : [];
  });
  return copies.sort((a, b) => b.keptAt.localeCompare(a.keptAt));
};

/** The copy in a stored text; undefined when it is too old, or not one of ours. */
const copyIn = (text: string, now: Date): DeviceCopy | undefined => {
  try {
    const { success, data } = copyShape.safeParse(JSON.parse(text));
    return success && now.getTime() - Date.parse(data.keptAt) < keptForMs ? data : undefined;
  } catch {
    return undefined;
  }
};

/** How far a device's clock may be ahead or behind. */
const clockDoubtMs = 5 * 60_000;

/** Whether a copy is to be shown in place of what the server has: not when that was saved later, on another device. */
export const isNewer = (copy: DeviceCopy, savedAt: string | undefined): boolean =>
  savedAt === undefined || Date.parse(copy.keptAt) > Date.parse(savedAt) - clockDoubtMs;
