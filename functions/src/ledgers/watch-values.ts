import { toLondonDate } from '@ap/shared/domain/days/local-date';
import type { Ledger } from '@ap/shared/domain/ledgers/ledger';
import { hasCrossed, tellOfValue, type ValueFacts, valueTaken } from '@ap/shared/domain/ledgers/tell-of-value';
import { theProduct } from '@ap/shared/domain/people/person';
import { runOnRecord } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { ledgersHome } from './ledger-outbox.ts';

type Needs = Pick<Ports, 'ledgers' | 'providers' | 'policies' | 'effects' | 'clock' | 'hashes' | 'log'>;

/**
 * R34: notes when the value taken of a framework has crossed the warning or the limit, so that commissioners are told once for each crossing. A ledger is
 * looked at when something of it has changed, and once a day. Answers how many crossings were noted.
 */
export const watchValues = (ports: Needs) => {
  const lookedAt = new Map<string, string>();
  return async (): Promise<number> => {
    let noted = 0;
    for (const { state: known, eTag } of await ports.ledgers.known()) {
      if (known.id.kind !== 'framework-value') continue;
      const mark = `${eTag} ${toLondonDate(ports.clock.now())}`;
      if (lookedAt.get(known.ref) === mark) continue;
      if (await watchOne(ports, known, eTag)) noted += 1;
      lookedAt.set(known.ref, mark);
    }
    return noted;
  };
};

const factsOf = async ({ providers, policies }: Needs, frameworkRef: string): Promise<ValueFacts> => ({
  maxValue: (await providers.framework(frameworkRef))?.maxValue,
  nearPercent: (await policies.limitPolicy()).valueNearPercent,
});

const watchOne = async (ports: Needs, known: Ledger, eTag: string): Promise<boolean> => {
  const facts = await factsOf(ports, known.id.of);
  if (!hasCrossed(known, valueTaken(known, facts, ports.clock.now()))) return false;
  try {
    const given = { ref: known.ref, by: theProduct, key: `value-of-${known.ref}-${ports.hashes.text(eTag).slice(0, 16)}`, content: {} };
    await runOnRecord(ports, ledgersHome(ports), given, async (present, command) => tellOfValue(present, command, facts));
    return true;
  } catch (error) {
    // It fell back meanwhile: the next look says how it stands then.
    if (!(error instanceof ProblemError) || error.code !== 'change-already-decided') throw error;
    return false;
  }
};
