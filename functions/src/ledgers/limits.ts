import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  endOverride as endDeclared,
  LimitReply,
  listLimits as listDeclared,
  recordOverride as overrideDeclared,
  recordPupilsElsewhere as pupilsDeclared,
} from '@ap/shared/contract/limits';
import { addMonths, toLondonDate } from '@ap/shared/domain/days/local-date';
import { decideLimit, type LimitCommand } from '@ap/shared/domain/ledgers/decide-override';
import { holderListOf } from '@ap/shared/domain/ledgers/holder-list';
import { type Ledger, type LedgerId, takenOf } from '@ap/shared/domain/ledgers/ledger';
import { inForce, valueLimit } from '@ap/shared/domain/ledgers/override';
import { placementFacts, placementsElsewhere, valueStanding } from '@ap/shared/domain/ledgers/share-rules';
import { pence } from '@ap/shared/domain/money/money';
import type { Person } from '@ap/shared/domain/people/person';
import { peakLoad } from '@ap/shared/domain/quality/registration-load';
import { providerName } from '@ap/shared/domain/register/provider';
import { beginLedger } from '../commands/begin-ledger.ts';
import { type RecordHome, runOnRecord } from '../commands/run-record.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { ledgersHome } from './ledger-outbox.ts';

type ReadNeeds = Pick<Ports, 'ledgers' | 'providers' | 'policies' | 'clock'>;
export type LimitNeeds = ReadNeeds & Pick<Ports, 'callOffs' | 'blockPurchases' | 'buyers' | 'effects' | 'hashes' | 'log'>;

type WatchedId = Exclude<LedgerId, { kind: 'budget' }>;

/** The limit that a reference names, and what it is the limit of; `undefined` where there is no such framework or provider. */
const subjectOf = async (ports: Pick<Ports, 'providers'>, ref: string): Promise<WatchedId | undefined> => {
  const of = ref.slice(3).toUpperCase();
  if (ref.startsWith('RL-')) return (await ports.providers.provider(of, 'fresh')).provider && { kind: 'registration-load', of };
  return (await ports.providers.framework(of)) && { kind: 'framework-value', of };
};

const toReply = async (ports: ReadNeeds, ledger: Ledger, id: WatchedId): Promise<LimitReply> => {
  const today = toLondonDate(ports.clock.now());
  const holding = inForce(ledger.overrides, today);
  const reply = {
    ref: ledger.ref,
    kind: id.kind,
    of: id.of,
    liveOrders: ledger.shares.filter(({ subject }) => holderListOf(subject) === 'CallOffs').length,
    overrides: ledger.overrides.map(({ ref, allowed, reason, by, at, until, endedAt }) => ({
      ref,
      allowed,
      reason,
      by: by.name,
      at,
      until,
      inForce: endedAt === undefined && holding.some((each) => each.ref === ref),
    })),
  };
  if (id.kind === 'framework-value') {
    const framework = await ports.providers.framework(id.of);
    const limit = valueLimit(framework?.maxValue, holding);
    const taken = takenOf(ledger);
    const { valueNearPercent } = await ports.policies.limitPolicy();
    const standing = valueStanding(taken, framework?.maxValue, valueNearPercent);
    return { ...reply, name: framework?.name ?? id.of, taken, standing, ...(limit === undefined ? {} : { limit }) };
  }
  const { provider } = await ports.providers.provider(id.of, 'known');
  const policy = await ports.policies.thresholdPolicy();
  const placements = [
    ...placementsElsewhere(ledger.elsewhere, policy),
    ...placementFacts(ledger.shares.flatMap((share) => share.placements)),
  ];
  const { standing } = peakLoad(placements, provider?.registeredSchool ?? false, today, addMonths(today, 12), policy);
  return {
    ...reply,
    name: provider ? providerName(provider) : id.of,
    standing,
    ...(ledger.elsewhere === undefined ? {} : { elsewhere: ledger.elsewhere }),
  };
};

/** Frameworks with what is taken of their value, and providers with an override or pupils from elsewhere. For commissioners only. */
export const listLimits =
  (ports: ReadNeeds) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const ledgers = (await ports.ledgers.known()).map(({ state }) => state);
    const limits: LimitReply[] = [];
    for (const ledger of ledgers) {
      const { id } = ledger;
      if (id.kind === 'budget') continue;
      const isTold = id.kind === 'framework-value' || ledger.overrides.length > 0 || ledger.elsewhere !== undefined;
      if (isTold) limits.push(await toReply(ports, ledger, id));
    }
    return { limits: limits.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name)) };
  };

type Told = LimitCommand extends infer C ? (C extends LimitCommand ? Omit<C, 'id' | 'by' | 'now' | 'receipted'> : never) : never;

/** Gives a commissioner's command to a limit; one of which nothing was taken yet begins with what is ordered by now. */
const command = async (ports: LimitNeeds, ref: string, by: Person, key: string, told: Told): Promise<LimitReply> => {
  const home: RecordHome<Ledger> = {
    ...ledgersHome(ports),
    begin: async (wanted) => {
      const id = await subjectOf(ports, wanted);
      return id && beginLedger(ports, id);
    },
  };
  const { state } = await runOnRecord(ports, home, { ref: ref.toUpperCase(), by, key, content: told }, async (present, given) =>
    decideLimit(present, { ...given, ...told } as LimitCommand, { councilMembers: await ports.buyers.councilMembers('fresh') }),
  );
  return toReply(ports, state, state.id as WatchedId);
};

export const recordOverride =
  (ports: LimitNeeds) =>
  ({ caller, params, body, key }: Call<typeof overrideDeclared>): Promise<LimitReply> => {
    const allowed = body.allowed.kind === 'value' ? { kind: 'value' as const, upTo: pence(body.allowed.upTo) } : body.allowed;
    return command(ports, params.ref, caller.person, key, { kind: 'record-override', allowed, until: body.until, reason: body.reason });
  };

export const endOverride =
  (ports: LimitNeeds) =>
  ({ caller, params, body, key }: Call<typeof endDeclared>): Promise<LimitReply> =>
    command(ports, params.ref, caller.person, key, { kind: 'end-override', ...body });

export const recordPupilsElsewhere =
  (ports: LimitNeeds) =>
  ({ caller, params, body, key }: Call<typeof pupilsDeclared>): Promise<LimitReply> => {
    const { reason, ...elsewhere } = body;
    return command(ports, params.ref, caller.person, key, { kind: 'record-pupils-elsewhere', elsewhere, reason });
  };
