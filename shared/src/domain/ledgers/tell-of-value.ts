import { replayOf } from '../call-off/aggregate.ts';
import type { Command } from '../call-off/decision.ts';
import { toLondonDate } from '../days/local-date.ts';
import { type Pence, pence } from '../money/money.ts';
import { refused } from '../refusal.ts';
import { type LimitDecision, sealedWithoutShares } from './decide-override.ts';
import { type Ledger, type LedgerWork, takenOf } from './ledger.ts';
import { inForce, valueLimit } from './override.ts';
import { type ValueStanding, valueStanding } from './share-rules.ts';

/** What is taken of a framework's value and what may be, with every allowance that holds on a day. In pence ex VAT. */
export interface ValueTaken {
  readonly taken: Pence;
  readonly limit: Pence | undefined;
  readonly standing: ValueStanding;
}

/** Where the value of a framework lies. From the frameworks list and Settings. */
export interface ValueFacts {
  /** In pence ex VAT; `undefined` where the framework states none. */
  readonly maxValue: Pence | undefined;
  readonly nearPercent: number;
}

/** R34: how a framework's value stands at an instant. */
export const valueTaken = (ledger: Ledger, { maxValue, nearPercent }: ValueFacts, now: string): ValueTaken => {
  const limit = valueLimit(maxValue, inForce(ledger.overrides, toLondonDate(now)));
  const taken = takenOf(ledger);
  return { taken, limit, standing: valueStanding(taken, limit, nearPercent) };
};

/** Of how the value stood when commissioners were last told, or it fell again. */
const toldOf = ({ told }: Ledger): ValueStanding => told?.standing ?? 'ok';

/** Whether the value has crossed a mark, either way, since that was last noted. */
export const hasCrossed = (ledger: Ledger, { standing }: Pick<ValueTaken, 'standing'>): boolean => standing !== toldOf(ledger);

const rank: Readonly<Record<ValueStanding, number>> = { ok: 0, near: 1, full: 2 };
const words: Readonly<Record<ValueStanding, string>> = {
  ok: 'The value taken fell below the warning',
  near: 'The value taken reached the warning',
  full: 'The value taken reached the limit',
};

/**
 * R34: notes that a framework's value has crossed the warning (80 % unless Settings say otherwise) or its limit, by the clock. Upwards the commissioners are
 * told, once for each crossing; downwards it is only noted, so that they are told when it is crossed again. Refused where nothing was crossed.
 */
export const tellOfValue = (present: Ledger, command: Command, facts: ValueFacts): LimitDecision => {
  const replay = replayOf<Ledger, LedgerWork>(present, command);
  if (replay) return replay;
  const { taken, limit, standing } = valueTaken(present, facts, command.now);
  if (!hasCrossed(present, { standing })) return refused('change-already-decided', 'The value crossed no mark since the last look.');
  const up = rank[standing] > rank[toldOf(present)];
  const told = standing === 'ok' ? undefined : { standing, at: command.now };
  const works: readonly LedgerWork[] =
    up && standing !== 'ok' ? [{ kind: 'tell-commissioners', standing, taken, limit: limit ?? pence(0) }] : [];
  return sealedWithoutShares({ ...present, told }, command, { what: words[standing], action: 'value-crossed', works });
};
