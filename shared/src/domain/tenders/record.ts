import type { MovingRecord } from '../call-off/decider.ts';
import type { TenderWork } from './effect.ts';

/** What every record of a tender is. */
export type TenderRecord = MovingRecord<TenderWork>;
