import { typedDelegation } from './approvals/typed-delegation.ts';
import { guardLists } from './hand-edits/guard-list.ts';
import type { GuardPorts } from './hand-edits/guard-ports.ts';
import { lookAtList } from './hand-edits/look-at-list.ts';
import { renewSubscriptions } from './hand-edits/renew-subscriptions.ts';
import { takeNotifications } from './hand-edits/take-notifications.ts';
import { attemptsOf } from './http/attempts.ts';
import { registerNotifications } from './http/notification-route.ts';
import type { Clock } from './ports/clock.ts';
import type { CarryOut } from './ports/hand-edits.ts';
import type { Ports } from './ports/ports.ts';
import type { KeptSubscriptions, ListHints, ListSubscriptions } from './ports/subscriptions.ts';
import { typedOutcome, typedStatus } from './quality/typed-status.ts';
import { typedFrameworkStatus } from './rounds/typed-framework-status.ts';
import { registerHints, registerTimer, takingHints } from './triggers.ts';

/** Everything outside that the guard of the lists needs beside the ports of the product. */
export interface GuardSupplies extends Pick<GuardPorts, 'goodCopies' | 'lists'> {
  readonly subscriptions: ListSubscriptions;
  readonly keptSubscriptions: KeptSubscriptions;
  readonly hints: ListHints;
  readonly hintQueue: string;
  /** The service's time, which no test moves. */
  readonly machineClock: Clock;
  /** Where the service reaches us; absent where it cannot. */
  readonly notificationUrl: string | undefined;
}

/** Notifications of one address in a minute: the service batches them, and more are somebody's mischief. */
const mostNotifications = 600;

/** Carries out what was typed into a row, each kind of row by the feature that leads it. */
const carryOutTyped = (ports: Ports): CarryOut => {
  const provider = typedStatus(ports);
  const framework = typedFrameworkStatus(ports);
  const check = typedOutcome(ports);
  const delegation = typedDelegation(ports);
  return (command, by, key) => {
    switch (command.of) {
      case 'provider':
        return provider(command, by, key);
      case 'framework':
        return framework(command, by, key);
      case 'check':
        return check(command, by, key);
      case 'delegation':
        return delegation(command, by, key);
    }
  };
};

/**
 * Joins everything about edits that people make in lists: the guard by its timer and by hints, subscriptions, and their notifications. `unreadable` notes a
 * hint that is none of ours.
 */
export const registerHandEdits = (ports: Ports, supplies: GuardSupplies, unreadable: (raw: unknown) => Promise<void>): void => {
  const { keptSubscriptions, hints, hintQueue, subscriptions, machineClock, notificationUrl } = supplies;
  const guard: GuardPorts = { ...ports, goodCopies: supplies.goodCopies, lists: supplies.lists, carryOut: carryOutTyped(ports) };
  const { secrets, log } = ports;
  registerTimer('guardLists', guardLists(guard));
  registerHints(hintQueue, takingHints(lookAtList(guard), unreadable));
  registerTimer(
    'renewSubscriptions',
    renewSubscriptions(
      { subscriptions, keptSubscriptions, secrets, log, clock: machineClock },
      supplies.lists.map(({ law }) => law.list),
      notificationUrl,
    ),
  );
  registerNotifications(
    takeNotifications({ keptSubscriptions, hints, secrets, log, clock: machineClock, attempts: attemptsOf(mostNotifications) }),
    log,
  );
};
