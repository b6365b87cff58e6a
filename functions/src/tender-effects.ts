import { applicationPerformers } from './applications/application-effects.ts';
import type { Outbox } from './effects/outbox.ts';
import type { Ports } from './ports/ports.ts';
import { clarificationPerformers } from './rounds/clarification-effects.ts';
import { frameworkPerformers, roundPerformers } from './rounds/round-effects.ts';
import { tenderOutbox } from './tenders/tender-outboxes.ts';

/** Every outbox of the way onto the framework, each with its owner's performers. `applyPage`: where anybody asks for a link to apply. */
export const tenderOutboxes = (ports: Ports, applyPage: string): readonly Outbox[] => [
  tenderOutbox(ports, 'frameworks', frameworkPerformers(ports, applyPage)),
  tenderOutbox(ports, 'rounds', roundPerformers(ports, applyPage)),
  tenderOutbox(ports, 'clarifications', clarificationPerformers(ports, applyPage)),
  tenderOutbox(ports, 'applications', applicationPerformers(ports, applyPage)),
];
