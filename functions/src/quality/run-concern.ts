import type { Concern, ConcernCommand, ConcernFacts } from '@ap/shared/domain/quality/concern';
import { decideConcern } from '@ap/shared/domain/quality/decide-concern';
import { type RecordHome, runOnRecord } from '../commands/run-record.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { concernsAbout } from './concerns-about.ts';
import type { Act, Giver } from './run-quality.ts';

export type ConcernNeeds = Pick<Ports, 'quality' | 'buyers' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** Where concerns lie. */
export const concernsHome = ({ quality }: Pick<Ports, 'quality'>): RecordHome<Concern> => ({
  list: 'Concerns',
  register: quality.concerns,
});

/** What a decision about a concern rests on, read from the lists now. `named`: concerns that it is about, also where this process does not know them yet. */
const concernFacts = async (
  ports: ConcernNeeds,
  { ref, providerRef }: Concern,
  named: readonly (string | undefined)[],
): Promise<ConcernFacts> => {
  const [councilMembers, about] = await Promise.all([ports.buyers.councilMembers('fresh'), concernsAbout(ports, providerRef)]);
  const missing = named.flatMap((other) => (other === undefined || about.some((each) => each.ref === other) ? [] : [other]));
  const found = await Promise.all(missing.map((other) => ports.quality.concerns.find(other)));
  const all = [...about, ...found.flatMap((stored) => (stored ? [stored.state] : []))];
  return { councilMembers, others: all.filter((other) => other.ref !== ref && other.providerRef === providerRef) };
};

/** Gives a command to a concern. Throws ProblemError when refused or not found. */
export const runConcern = (
  ports: ConcernNeeds,
  { by, key, channel }: Giver,
  ref: string,
  act: Act<ConcernCommand>,
): Promise<Stored<Concern>> =>
  runOnRecord(ports, concernsHome(ports), { ref, by, key, content: { ref, ...act } }, async (present, command) =>
    decideConcern(
      present,
      { ...command, channel, ...act } as ConcernCommand,
      await concernFacts(ports, present, [present.leadRef, act.kind === 'take-in' ? act.joinedRef : undefined]),
    ),
  );
