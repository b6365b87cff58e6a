import type { Outbox } from './effects/outbox.ts';
import type { Ports } from './ports/ports.ts';
import { qualityOutboxes } from './quality/quality-outboxes.ts';

export interface QualitySupplies {
  readonly ports: Ports;
}

/** Joins everything by which quality is kept: its routes, its clock and its outboxes, which it hands back for the queue and the sweep. */
export const registerQuality = ({ ports }: QualitySupplies): readonly Outbox[] => [...qualityOutboxes(ports)];
