import { hashText, mix } from './content-hash.ts';
import type { ServiceDocument } from './document.ts';

/** 'Near you', for the earliest start of a search that gives no radius of its own, in miles. */
export const NEAR = 20;

/** What 'name' compares: the name, then the provider's. */
export const nameKeys = ({ name, providerName }: Pick<ServiceDocument, 'name' | 'providerName'>): readonly string[] => [
  nameKey(name),
  nameKey(providerName),
];

function nameKey(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A lot drawn for a reference under a seed: the same each time, and unlike for each seed. Both come as `lotHash` gives them. */
export const drawLot = (seedHash: number, refHash: number): number => mix(seedHash ^ refHash);

export const lotHash = (text: string): number => hashText(text, 0x811c9dc5);
