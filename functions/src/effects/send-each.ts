import type { NoticeRound } from '@ap/shared/domain/notices/notice';
import { type NoticeSend, type SendReason, sendStep } from '@ap/shared/domain/notices/notice-send';
import { isPlainAddress } from '@ap/shared/domain/texts/mail-address';
import { ServiceBusy } from '../http/service-busy.ts';
import type { StoredSend } from '../ports/notices.ts';
import type { Ports } from '../ports/ports.ts';
import type { Performed } from './performed.ts';

/** What became of one message. */
export type SendOutcome = Pick<NoticeSend, 'state' | 'reason'>;

/** What is sent to each recipient that is entered in the send record under a reference. */
export interface Sending {
  readonly ref: string;
  readonly effect: { readonly id: string; readonly to: NoticeRound | 'again' };
  /** Of those entered, who is sent it now; everybody where it is left out. */
  readonly isFor?: (send: NoticeSend) => boolean;
  /** Whether it is still to be sent, looked at anew. */
  readonly isStillOn: () => Promise<boolean>;
  /** Delivers one. Throws ServiceBusy where nothing was sent and it may be tried again. */
  readonly deliver: (send: NoticeSend) => Promise<SendOutcome>;
}

/** Messages that go out side by side: Exchange takes four of one mailbox, and Teams is not asked for more. */
const atOnce = 4;
/** After so many messages it is looked at once more whether they are still to be sent: one unit of the lists. */
const betweenLooks = 48;
/** How long whoever has taken up a message is waited for. */
const waitSeconds = 60;

/** Whether a service said that it took nothing, so that a second try tells nobody twice. */
const tookNothing = ({ status }: ServiceBusy): boolean => status === 429 || status === 503;

/** Sends what may be sent once only. What the service refuses has failed; so has what it did not answer: it may have arrived. Throws ServiceBusy where nothing was sent. */
export const onceOnly = async (send: () => Promise<SendOutcome>): Promise<SendOutcome> => {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ServiceBusy && tookNothing(error)) throw error;
    return { state: 'failed', reason: error instanceof ServiceBusy ? 'no-answer' : 'refused' };
  }
};

/** By mail, with the reason for which it is not in Teams. */
export const byMail = async (
  { mail }: Pick<Ports, 'mail'>,
  message: Parameters<Ports['mail']['send']>[0],
  reason: SendReason | undefined,
): Promise<SendOutcome> =>
  isPlainAddress(message.to)
    ? onceOnly(async () => {
        await mail.send(message);
        return { state: 'mail', reason };
      })
    : { state: 'failed', reason: 'no-address' };

type Needs = Pick<Ports, 'noticeSends' | 'clock'>;

/**
 * Takes one message up, sends it, and records what became of it: whoever else is at it loses the write, so nobody is sent it twice. Where nothing was sent it
 * waits again, and the error says so.
 */
const sendOne = async ({ noticeSends, clock }: Needs, { ref, effect, deliver }: Sending, stored: StoredSend): Promise<void> => {
  const { to } = stored.send;
  const taken = await noticeSends.write(ref, stored, { to, state: 'sending', at: clock.now(), effectId: effect.id });
  if (!taken) return;
  const record = (outcome: SendOutcome) => noticeSends.write(ref, taken, { to, ...outcome, at: clock.now(), effectId: effect.id });
  try {
    await record(await deliver(taken.send));
  } catch (error) {
    await record({ state: 'pending' });
    throw error;
  }
};

/** Sends to whom it was not sent yet, or again to whom the effect says. Throws when some could not be sent now: the next try goes on with them. */
export const sendEach = async (ports: Needs, sending: Sending): Promise<Performed> => {
  const { ref, effect, isFor = () => true, isStillOn } = sending;
  const rows = await ports.noticeSends.of(ref);
  if (rows.length === 0) return { state: 'not-delivered', reason: 'nobody-to-tell' };
  const steps = rows
    .filter(({ send }) => isFor(send))
    .map((stored) => ({ stored, step: sendStep(stored.send, effect, ports.clock.now()) }));
  for (const { stored, step } of steps)
    if (step === 'give-up') await ports.noticeSends.write(ref, stored, { ...stored.send, state: 'failed', reason: 'no-answer' });
  const due = steps.flatMap(({ stored, step }) => (step === 'send' ? [stored] : []));
  for (let from = 0; from < due.length; from += atOnce) {
    if (from > 0 && from % betweenLooks === 0 && !(await isStillOn())) return { state: 'superseded', reason: 'not-shown' };
    const ends = await Promise.allSettled(due.slice(from, from + atOnce).map((stored) => sendOne(ports, sending, stored)));
    const failed = ends.find((end) => end.status === 'rejected');
    if (failed) throw failed.reason;
  }
  if (steps.some(({ step }) => step === 'wait')) throw new ServiceBusy('notices', 503, waitSeconds);
  return { state: 'done' };
};
