import type { CallOff } from '../call-off/call-off.ts';
import type { Command, Decision } from '../call-off/decision.ts';
import type { LocalDate } from '../days/local-date.ts';
import { leadsTo } from '../machine/transition.ts';
import {
  type ExtendCommand,
  extendOrder,
  type PauseCommand,
  pauseOrder,
  type ResumeCommand,
  resumeOrder,
  type VaryCommand,
  varyOrder,
} from './change-order.ts';
import {
  type CancelCommand,
  type CompleteCommand,
  cancelOrder,
  completeOrder,
  type EndCommand,
  endOrder,
  giveNotice,
  type NoticeCommand,
} from './end-order.ts';
import { type SchoolOrderCommandKind, schoolOrderCommands } from './order-command.ts';
import type { OrderLifeFacts } from './order-life.ts';
import { orderTable } from './order-machine.ts';
import { plannedEnd } from './order-plan.ts';
import { staffChecksToRenew, unseenSettingChanges } from './setting-change.ts';
import { recordStartCheck, type StartCheckCommand, type StartCommand, startOrder } from './start-order.ts';
import { type SeeSettingChange, seeSettingChange } from './tell-of-setting.ts';

interface Commands {
  readonly 'record-start-check': StartCheckCommand;
  readonly start: StartCommand;
  readonly pause: PauseCommand;
  readonly resume: ResumeCommand;
  readonly vary: VaryCommand;
  readonly extend: ExtendCommand;
  readonly 'give-notice': NoticeCommand;
  readonly end: EndCommand;
  readonly complete: CompleteCommand;
  readonly cancel: CancelCommand;
  readonly 'see-setting-change': SeeSettingChange;
}

/** What a school says with a command, without what every command carries. */
export type SchoolOrderAct = {
  [Kind in SchoolOrderCommandKind]: { readonly kind: Kind } & Omit<Commands[Kind], keyof Command>;
}[SchoolOrderCommandKind];

type Step<Kind extends SchoolOrderCommandKind> = (present: CallOff, command: Commands[Kind], facts: OrderLifeFacts) => Decision;

const steps: { readonly [Kind in SchoolOrderCommandKind]: Step<Kind> } = {
  'record-start-check': recordStartCheck,
  start: startOrder,
  pause: pauseOrder,
  resume: resumeOrder,
  vary: varyOrder,
  extend: extendOrder,
  'give-notice': giveNotice,
  end: endOrder,
  complete: completeOrder,
  cancel: cancelOrder,
  'see-setting-change': seeSettingChange,
};

/** Moves an order as its school says. */
export const decideOrder = (present: CallOff, command: Command, { kind, ...told }: SchoolOrderAct, facts: OrderLifeFacts): Decision =>
  (steps[kind] as Step<SchoolOrderCommandKind>)(present, { ...command, ...told } as never, facts);

/** What a school can do with an order now, as far as its state and the day say. What it lacks for a start is said when it tries. */
export const orderActs = (present: CallOff, today: LocalDate): readonly SchoolOrderCommandKind[] => {
  const { order, hold } = present;
  if (present.status !== 'ordered' || !order || hold?.state === 'ended') return [];
  const hasRun = today >= plannedEnd(present);
  const untimely: readonly SchoolOrderCommandKind[] = [
    ...(hasRun ? (['pause', 'vary', 'give-notice'] as const) : (['complete'] as const)),
    ...(unseenSettingChanges(order).length === 0 ? (['see-setting-change'] as const) : []),
    ...(order.state !== 'accepted' && !staffChecksToRenew(order) ? (['record-start-check'] as const) : []),
  ];
  return schoolOrderCommands.filter((kind) => leadsTo(orderTable, order.state, kind).length > 0 && !untimely.includes(kind));
};
