import type { ServiceDocument } from './document.ts';
import type { TextHit } from './text-plan.ts';

/** A document with what the query makes of it. */
export interface JudgedDocument {
  readonly document: ServiceDocument;
  readonly miles: number | undefined;
  readonly text: TextHit | undefined;
}
