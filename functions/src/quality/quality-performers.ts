import type { QualityRecord } from '@ap/shared/domain/quality/quality-decision';
import type { QualityEffectWork } from '@ap/shared/domain/quality/quality-effect';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { writeStatus } from './write-status.ts';

type Performers = RecordPerformers<QualityRecord, QualityEffectWork>;

/** A kind of work that no record of the list has: it is told to the operator, never dropped in silence. */
const notOfThisList = async (): Promise<Performed> => ({ state: 'stuck', reason: 'not-of-this-list' });

/**
 * What every list of quality performs alike, and for each other kind a performer that says that it does not belong. A list spreads this and adds its
 * own performers, so that no kind is forgotten.
 */
export const everyListPerforms = (ports: Pick<Ports, 'audit' | 'quality' | 'providers'>): Performers => ({
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
  'refresh-directory': (_stored, { providerRef }) => writeStatus(ports, providerRef),
  'ask-provider-for-evidence': notOfThisList,
  'remind-provider': notOfThisList,
  'tell-provider-what-to-do': notOfThisList,
  'tell-commissioners': notOfThisList,
  'place-hold': notOfThisList,
  'refresh-approvals': notOfThisList,
  'hold-live-orders': notOfThisList,
  'release-live-orders': notOfThisList,
  'tell-buyers-of-removal': notOfThisList,
  'take-in-concern': notOfThisList,
  'close-joined-concern': notOfThisList,
});
