import { keyStageNames, needNames } from '../domain/register/service-names.ts';
import type { ServiceDocument } from './document.ts';
import { findConcepts } from './synonyms.ts';
import { conceptKey, WEIGHTS } from './text-plan.ts';
import { tokenise } from './tokens.ts';

/** Every word and meaning of a document, each with the weight of the weightiest field that it stands in. */
export function weightedKeys(document: ServiceDocument): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [text, weight] of fieldsOf(document)) {
    for (const key of keysOf(text)) if (weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  }
  return weights;
}

/** Names of lots, needs and stages are few and come again with every document. */
const known = new Map<string, readonly string[]>();
const KNOWN_MOST = 5_000;

function keysOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const tokens = tokenise(text);
  const keys = [...tokens, ...findConcepts(tokens).map(({ concept }) => conceptKey(concept))];
  if (known.size >= KNOWN_MOST) known.clear();
  known.set(text, keys);
  return keys;
}

function fieldsOf(document: ServiceDocument): readonly (readonly [string, number])[] {
  return [
    [document.name, WEIGHTS.name],
    [document.providerName, WEIGHTS.provider],
    [document.lotName, WEIGHTS.code],
    [document.outcode ?? '', WEIGHTS.code],
    [document.deliveryMode, WEIGHTS.code],
    ...document.needs.map((need) => [needNames[need], WEIGHTS.code] as const),
    ...document.keyStages.map((stage) => [keyStageNames[stage], WEIGHTS.code] as const),
    [document.summary, WEIGHTS.summary],
  ];
}
