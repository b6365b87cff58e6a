import { type Finding, fault, fine, some, warn } from './finding.ts';

const minutes = (milliseconds: number): number => Math.round(milliseconds / 60_000);
const ageOf = (at: string, now: string): number => Date.parse(now) - Date.parse(at);

/** What is known of the subscription to one list. `expiresAt`: of the live one that we keep; absent where there is none. */
export interface ListSubscription {
  readonly list: string;
  readonly refused: boolean;
  readonly expiresAt?: string | undefined;
}

/** Days before the end at which the app renews: less left means that it does not. */
const renewedBefore = 6;

/** Whether Graph tells the app of changes in the lists. It reads them every minute anyway, so this is never a fault. */
export const judgeSubscriptions = (
  all: readonly ListSubscription[],
  lists: readonly string[],
  reachable: boolean,
  now: string,
): Finding => {
  const mend =
    'The app makes and renews them every ten minutes: see why it does not in its log (subscription-refused, subscription-unreachable). docs/runbooks/effects-late.md';
  if (!reachable)
    return fine('subscriptions', 'Nobody can notify this app of changes (no public address): it reads the lists every minute.');
  if (all.some(({ refused }) => refused))
    return fine(
      'subscriptions',
      'The tenant lets the app subscribe to no list, as Sites.Selected alone does: it reads the lists every minute.',
    );
  const live = all.filter(({ expiresAt }) => expiresAt !== undefined && ageOf(expiresAt, now) < 0);
  const gone = lists.filter((list) => !live.some((each) => each.list === list));
  if (gone.length > 0)
    return warn(
      'subscriptions',
      `No live subscription, missing or expired, to ${some(gone)}: edits there are seen within a minute, not at once.`,
      mend,
    );
  const ending = live.filter(({ expiresAt = now }) => -ageOf(expiresAt, now) < renewedBefore * 86_400_000);
  return ending.length > 0
    ? warn(
        'subscriptions',
        `Not renewed although they end soon: ${some(ending.map(({ list, expiresAt }) => `${list} on ${expiresAt?.slice(0, 10)}`))}.`,
        mend,
      )
    : fine('subscriptions', `${live.length} lists are subscribed to, and renewed in time.`);
};

/** Whether what was written also leaves: `awaited` since when each effect is, instants in ISO. */
export const judgeQueue = (awaited: readonly string[], now: string): Finding => {
  const oldest = minutes(Math.max(0, ...awaited.map((at) => ageOf(at, now))));
  const mend = 'docs/runbooks/effects-late.md: is the app running, does Graph answer, is one list unreadable?';
  if (oldest >= 15) return fault('queue', `Cards and mails wait: ${awaited.length}, the oldest for ${oldest} minutes.`, mend);
  if (oldest >= 5) return warn('queue', `Cards and mails go slowly: ${awaited.length} wait, the oldest for ${oldest} minutes.`, mend);
  return fine('queue', `${awaited.length} cards and mails are on their way, none for five minutes.`);
};

/** Whether the host gave messages up, by queue. The app takes them from there every minute, so that some lie there for longer means that it does not run. */
export const judgeGivenUp = (messages: Readonly<Record<string, number>>): Finding => {
  const lying = Object.entries(messages).filter(([, count]) => count > 0);
  return lying.length === 0
    ? fine('given-up', 'No message was given up.')
    : fault(
        'given-up',
        `Messages were given up after five tries: ${lying.map(([queue, count]) => `${count} in ${queue}-poison`).join(', ')}.`,
        'The app notes them within a minute: if they stay, it is not running. Then Commissioning > What is stuck (docs/runbooks/stuck.md).',
      );
};

/** Whether something waits for a person, by what it is. */
export const judgeStuck = (notes: Readonly<Record<string, number>>): Finding => {
  const lying = Object.entries(notes).filter(([, count]) => count > 0);
  return lying.length === 0
    ? fine('stuck', 'Nothing is stuck.')
    : fault(
        'stuck',
        `Waiting for a person: ${lying.map(([what, count]) => `${count} ${what}`).join(', ')}.`,
        'Commissioning > What is stuck: send again or set aside, each with its reason (docs/runbooks/stuck.md).',
      );
};

/** Whether a process that starts finds a directory that is not old. `savedAt`: when the last snapshot was; absent: there is none. */
export const judgeSnapshot = (savedAt: string | undefined, now: string): Finding => {
  const mend =
    'It is made anew from the lists by the next search. If it stays old, see directory-not-laid-out and snapshot-not-saved in the log.';
  if (savedAt === undefined)
    return warn('snapshot', 'There is no snapshot of the directory: the first search after a start takes many seconds.', mend);
  const hours = Math.round(ageOf(savedAt, now) / 3_600_000);
  return hours > 48
    ? warn('snapshot', `The snapshot of the directory is ${hours} hours old: starts are slow.`, mend)
    : fine('snapshot', 'The snapshot of the directory is of the last two days.');
};

/** What became of the last card to an approver. */
export interface LastCard {
  readonly to: string;
  readonly name: string;
  readonly at: string;
  readonly delivered: boolean;
  /** Teams refused it for a reason that is not the person's. */
  readonly refused: boolean;
}

/** Whether approvers are reached by card: that Teams refuses them, or those whose last one was not delivered, because the app is not installed for them. They got a mail instead. */
export const judgeApprovers = (last: readonly LastCard[]): Finding => {
  const refused = last.filter((card) => card.refused);
  if (refused.length > 0)
    return fault(
      'approvers',
      `Teams refuses cards, at last those to ${some(refused.map(({ name }) => name))}: approvers decide by mail and page.`,
      'The event teams-refused names the reason: docs/runbooks/cards-undelivered.md.',
    );
  const without = last.filter(({ delivered }) => !delivered);
  return without.length === 0
    ? fine('approvers', `The app is installed for every approver who was asked lately (${last.length}).`)
    : warn(
        'approvers',
        `The app is not installed for ${some(without.map(({ name }) => name))}: they decide by mail and page, not on a card.`,
        'Teams admin centre > Setup policies: install AP Framework for the approvers’ group; or ask them to add it from the app store of Teams.',
      );
};
