import { applicationPerformers } from './applications/application-effects.ts';
import type { Outbox } from './effects/outbox.ts';
import type { Ports } from './ports/ports.ts';
import { clarificationPerformers } from './rounds/clarification-effects.ts';
import { frameworkPerformers, roundPerformers } from './rounds/round-effects.ts';
import type { RoundPages } from './rounds/round-pages.ts';
import { tenderOutbox } from './tenders/tender-outboxes.ts';

/** Every outbox of the way onto the framework, each with its owner's performers. */
export const tenderOutboxes = (ports: Ports, pages: RoundPages): readonly Outbox[] => [
  tenderOutbox(ports, 'frameworks', frameworkPerformers(ports, pages)),
  tenderOutbox(ports, 'rounds', roundPerformers(ports, pages)),
  tenderOutbox(ports, 'clarifications', clarificationPerformers(ports, pages)),
  tenderOutbox(ports, 'applications', applicationPerformers(ports, pages.apply)),
];
