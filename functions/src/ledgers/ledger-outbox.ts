import type { Ledger, LedgerWork } from '@ap/shared/domain/ledgers/ledger';
import type { RecordHome } from '../commands/run-record.ts';
import type { Outbox } from '../effects/outbox.ts';
import { recordAudit } from '../effects/record-audit.ts';
import { recordOutbox } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';

/** Where ledgers lie. */
export const ledgersHome = ({ ledgers }: Pick<Ports, 'ledgers'>): RecordHome<Ledger> => ({ list: 'Ledgers', register: ledgers });

/** The outboxes of ledgers: what commissioners record about a limit goes to the audit chain. */
export const ledgerOutbox = (ports: Pick<Ports, 'ledgers' | 'audit' | 'log'>): Outbox =>
  recordOutbox<LedgerWork, Ledger>(
    ledgersHome(ports),
    { 'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect) },
    ports.log,
  );
