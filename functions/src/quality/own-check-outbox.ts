import type { OwnCheck } from '@ap/shared/domain/quality/own-check';
import type { QualityEffectWork } from '@ap/shared/domain/quality/quality-effect';
import type { Outbox } from '../effects/outbox.ts';
import { recordOutbox } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { ownChecksHome } from './own-checks.ts';
import { everyListPerforms } from './quality-performers.ts';

/** The outbox of schools' own checks: each is a line of the audit chain, and nobody is told. */
export const ownCheckOutbox = (ports: Ports): Outbox =>
  recordOutbox<QualityEffectWork, OwnCheck>(ownChecksHome(ports), everyListPerforms(ports), ports.log);
