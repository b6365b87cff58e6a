import type { Ledger, LedgerWork } from '@ap/shared/domain/ledgers/ledger';
import type { RecordHome } from '../commands/run-record.ts';
import type { Outbox } from '../effects/outbox.ts';
import { recordAudit } from '../effects/record-audit.ts';
import { recordOutbox } from '../effects/record-outbox.ts';
import type { Ports } from '../ports/ports.ts';
import { type LimitLinks, type TellOfValueNeeds, tellOfValue } from './tell-of-value.ts';

/** Where ledgers lie. */
export const ledgersHome = ({ ledgers }: Pick<Ports, 'ledgers'>): RecordHome<Ledger> => ({ list: 'Ledgers', register: ledgers });

/** The outboxes of ledgers: what is decided about a limit goes to the audit chain, and commissioners are told of a value that is nearly spent. */
export const ledgerOutbox = (ports: Pick<Ports, 'ledgers' | 'audit' | 'log'> & TellOfValueNeeds, links: LimitLinks): Outbox =>
  recordOutbox<LedgerWork, Ledger>(
    ledgersHome(ports),
    {
      'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
      'tell-commissioners': ({ state }, effect) => tellOfValue(ports, links)(state, effect),
    },
    ports.log,
  );
