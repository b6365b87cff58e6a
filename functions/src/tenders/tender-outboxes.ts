import type { TenderWork } from '@ap/shared/domain/tenders/effect';
import type { TenderRecord } from '@ap/shared/domain/tenders/record';
import type { Outbox } from '../effects/outbox.ts';
import { recordAudit } from '../effects/record-audit.ts';
import { type RecordPerformers, recordOutbox } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { type TenderKind, type TenderStateOf, tenderHome } from './tender-homes.ts';

/** What each kind of record asks the world to do besides its audit. Its owner performs all of it, or the table does not type-check. */
interface WorkKinds {
  readonly frameworks: 'tell' | 'cancel-rounds';
  readonly rounds: 'tell' | 'enter-applications';
  readonly clarifications: 'tell';
  readonly applications: 'tell' | 'enter-lots';
  readonly lotApplications: 'tell';
  readonly scoreSheets: 'tell';
  readonly rankings: 'note-ranking';
  readonly awards:
    | 'tell'
    | 'ask-award-approval'
    | 'refresh-award-cards'
    | 'note-outcomes'
    | 'send-agreement'
    | 'confirm-prices'
    | 'release-prices'
    | 'admit-provider'
    | 'enter-services'
    | 'confirm-in-force';
  readonly priceBooks: 'tell' | 'publish-rates';
}

type WorkOf<K extends TenderKind> = Extract<TenderWork, { readonly kind: WorkKinds[K] }>;

/** One performer for each kind of work that records of a kind can ask for. */
export type TenderPerformers<K extends TenderKind> = RecordPerformers<TenderStateOf<K>, WorkOf<K>>;

/** The outbox of one list of tender records: what its owner performs, and its audit. Work that nobody performs is tried again until an operator is told. */
export const tenderOutbox = <K extends TenderKind>(
  ports: Pick<Ports, 'tenders' | 'audit' | 'log'>,
  kind: K,
  performers: TenderPerformers<K>,
): Outbox => {
  const audited = {
    ...performers,
    'record-audit': ({ state }, effect) => recordAudit(ports)((state as TenderRecord).ref, effect),
  } as RecordPerformers<TenderStateOf<K>, TenderWork>;
  return recordOutbox<TenderWork, TenderStateOf<K>>(tenderHome(ports, kind), audited, ports.log);
};
