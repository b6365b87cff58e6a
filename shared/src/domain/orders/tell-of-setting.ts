import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import { addDays, addMonths, formatDate, type LocalDate } from '../days/local-date.ts';
import { screenFreeText } from '../pupils/screen-free-text.ts';
import { type Refusal, refused } from '../refusal.ts';
import type { Order } from './order.ts';
import { changeOrder, type OrderLifeFacts, openOrder } from './order-life.ts';
import {
  longestPlace,
  mostSettingChanges,
  type OrderPlace,
  placeDiffers,
  type SettingChange,
  type SettingChangeKind,
  unseenSettingChanges,
} from './setting-change.ts';

const placeText = ({ name, postcode }: OrderPlace): string => `${name}, ${postcode}`;

const noRoom = (): Refusal =>
  refused('record-full', 'There are too many changes of this order that the school has not seen. Ring the school.');

const withChange = (order: Order, change: Omit<SettingChange, 'number'>): readonly SettingChange[] | undefined => {
  const before = order.settingChanges ?? [];
  const number = (before.at(-1)?.number ?? 0) + 1;
  const surplus = before.length + 1 - mostSettingChanges;
  const kept = surplus > 0 ? before.filter(({ seenAt }, index) => seenAt === undefined || index >= surplus) : before;
  return kept.length >= mostSettingChanges ? undefined : [...kept, { ...change, number }];
};

const told = (present: CallOff, command: Command, order: Order, change: Omit<SettingChange, 'number'>, what: string): Decision => {
  const settingChanges = withChange(order, change);
  if (!settingChanges) return noRoom();
  return changeOrder(present, command, {
    order: { ...order, settingChanges },
    what,
    action: 'setting-change-told',
    works: [{ kind: 'tell-setting-change', change: settingChanges.at(-1)?.number ?? 0 }],
  });
};

export interface RegisteredPlace extends Command {
  readonly place: OrderPlace | undefined;
}

/**
 * R3: the place by the register of sites, compared by the clock. The first one is noted; another one is told to the school, however the register came to
 * say so: by a commissioner's hand, an import or what the provider proposed.
 */
export const notePlace = (present: CallOff, command: RegisteredPlace): Decision => {
  const open = openOrder(present, 'note-setting-change', command, 'the-clock');
  if (!open.ok) return open;
  const { order, today } = open;
  const { place } = command;
  if (!placeDiffers(order, place)) return refused('order-not-in-this-state', 'The order names this place already.');
  const next = { ...order, place };
  if (order.place === undefined && place !== undefined && order.placeUnnamed !== true)
    return changeOrder(present, command, { order: next, what: `Taught at ${placeText(place)}`, action: 'place-noted' });
  const where = place === undefined ? undefined : placeText(place);
  const what = where === undefined ? 'The register names no place any more' : `The register names another place: ${where}`;
  return told(
    present,
    command,
    { ...next, placeUnnamed: place === undefined },
    { kind: 'place', from: today, where, by: 'register', toldAt: command.now },
    what,
  );
};

export interface TellSettingChange extends Command {
  readonly kind: SettingChangeKind;
  readonly from: LocalDate;
  readonly where?: string | undefined;
}

/** R3: what a provider says by its session. It is told to the school at once, as an absence is; the same said again is told once. */
export const tellSettingChange = (present: CallOff, command: TellSettingChange): Decision => {
  const open = openOrder(present, 'note-setting-change', command, 'the-clock');
  if (!open.ok) return open;
  const { order, today } = open;
  const { kind, from } = command;
  const where = command.where?.trim() || undefined;
  const refusal = whyNotTold(command, today);
  if (refusal) return refusal;
  if (
    unseenSettingChanges(order).some((each) => each.by === 'provider' && each.kind === kind && each.from === from && each.where === where)
  )
    return refused('order-not-in-this-state', 'The school was told of this already.');
  const what = kind === 'staff' ? `Other staff from ${formatDate(from)}` : `Another place from ${formatDate(from)}: ${where}`;
  return told(
    present,
    command,
    order,
    { kind, from, ...(kind === 'place' ? { where } : {}), by: 'provider', toldAt: command.now },
    `The provider said: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  );
};

/** Why what a provider says cannot be told on: asked once for all of its orders, before the first is written. */
export const whyNotTold = (
  { kind, from, where }: Pick<TellSettingChange, 'kind' | 'from' | 'where'>,
  today: LocalDate,
): Refusal | undefined => {
  if (from < addDays(today, -28) || from > addMonths(today, 12))
    return refused('dates-not-allowed', 'Enter a day of the last four weeks or the next twelve months.', '/from');
  if (kind === 'staff') return undefined;
  const text = where?.trim() ?? '';
  if (text === '')
    return refused('text-required', 'Enter where pupils will be taught: the address, so that the school knows where they are.', '/where');
  if (text.length > longestPlace) return refused('text-too-long', `Enter ${longestPlace} characters or fewer.`, '/where');
  const screened = screenFreeText(text, ['postcode', 'name']);
  return screened.ok ? undefined : refused('text-names-a-pupil', screened.sentence, '/where');
};

export interface SeeSettingChange extends Command {
  readonly change: number;
}

/** The school says that it knows of a change. A confirmation of staff checks is renewed apart from it (R2). */
export const seeSettingChange = (present: CallOff, command: SeeSettingChange, facts: Pick<OrderLifeFacts, 'buyerMembers'>): Decision => {
  const open = openOrder(present, 'see-setting-change', command, facts.buyerMembers);
  if (!open.ok) return open;
  const { order } = open;
  const found = unseenSettingChanges(order).find(({ number }) => number === command.change);
  if (!found) return refused('order-not-in-this-state', 'Somebody has recorded already that the school knows of this.');
  return changeOrder(present, command, {
    order: {
      ...order,
      settingChanges: (order.settingChanges ?? []).map((each) =>
        each === found ? { ...each, seenBy: command.by.name, seenAt: command.now } : each,
      ),
    },
    what: found.kind === 'staff' ? 'The school knows of the other staff' : 'The school knows of the other place',
    action: 'setting-change-seen',
  });
};
