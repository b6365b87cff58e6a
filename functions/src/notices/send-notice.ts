import { noticePublished } from '@ap/shared/contract/teams-activities';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { isShown, type Notice, type NoticeWork, paragraphsOf } from '@ap/shared/domain/notices/notice';
import { type NoticeSend, type SendReason, sendStep } from '@ap/shared/domain/notices/notice-send';
import { isPlainAddress } from '@ap/shared/domain/texts/mail-address';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { StoredSend } from '../ports/notices.ts';
import type { Ports } from '../ports/ports.ts';
import { recipientsToday } from './audience.ts';

type Links = Readonly<Record<'inTeams' | 'inMail', (ref: string) => string>>;
type Outcome = Pick<NoticeSend, 'state' | 'reason'>;
interface Sending {
  readonly ports: Ports;
  readonly links: Links;
  readonly notice: Notice;
  readonly chain: number;
}

/** Messages of one notice that go out side by side: Exchange takes four of one mailbox, and Teams is not asked for more. */
const atOnce = 4;
/** After so many messages it is looked at once more whether the notice was withdrawn: one unit of the lists. */
const betweenLooks = 48;
/** How long whoever has taken up a message is waited for. */
const waitSeconds = 60;

/** Numbers of notices in Teams' feed lie above those of every call-off. The same for each try of one effect, another for the next. */
const chainOf = (itemId: number, version: number): number => 4_000_000_000_000_000 + itemId * 1_000_000 + version;

const name = ({ to }: NoticeSend): string => (to.kind === 'person' ? to.person.name : to.name);

/** The notice as a mail: all of it, because a provider has no other place to read it. */
const mailOf = ({ notice, links }: Sending, send: NoticeSend, to: string) => ({
  to,
  subject: notice.title,
  html: mailHtml({
    greeting: `Dear ${name(send)}`,
    paragraphs: [...paragraphsOf(notice.body).flatMap((paragraph) => paragraph.split('\n')), notice.authorRole],
    ...(send.to.kind === 'person' ? { link: { text: 'Open the notice', url: links.inMail(notice.ref) } } : {}),
  }),
});

/** Whether a service said that it took nothing, so that a second try tells nobody twice. */
const tookNothing = ({ status }: ServiceBusy): boolean => status === 429 || status === 503;

/** By mail. What the service refuses has failed; so has what it did not answer: it may have arrived. Throws ServiceBusy where nothing was sent. */
const byMail = async (sending: Sending, send: NoticeSend, reason: SendReason | undefined): Promise<Outcome> => {
  const to = send.to.kind === 'person' ? send.to.person.email : send.to.email;
  if (!isPlainAddress(to)) return { state: 'failed', reason: 'no-address' };
  try {
    await sending.ports.mail.send(mailOf(sending, send, to));
  } catch (error) {
    if (error instanceof ServiceBusy && tookNothing(error)) throw error;
    return { state: 'failed', reason: error instanceof ServiceBusy ? 'no-answer' : 'refused' };
  }
  return { state: 'mail', reason };
};

/** In Teams; by mail where Teams does not reach the person, or it is no person. */
const deliver = async (sending: Sending, send: NoticeSend): Promise<Outcome> => {
  if (send.to.kind === 'provider') return byMail(sending, send, undefined);
  const { ports, notice, links, chain } = sending;
  const [first = ''] = paragraphsOf(notice.body);
  const told = await ports.feed.tell(
    send.to.person,
    {
      type: noticePublished.type,
      blanks: { author: notice.authorRole, notice: notice.title },
      preview: first,
      topic: 'Notice',
      link: links.inTeams(notice.ref),
    },
    chain,
  );
  return told.ok ? { state: 'activity' } : byMail(sending, send, told.why);
};

/**
 * Takes one message up, sends it, and records what became of it: whoever else is at it loses the write, so nobody is sent it twice. Where nothing was sent it
 * waits again, and the error says so.
 */
const sendOne = async (sending: Sending, stored: StoredSend, effectId: string): Promise<void> => {
  const { ports, notice } = sending;
  const { to } = stored.send;
  const taken = await ports.noticeSends.write(notice.ref, stored, { to, state: 'sending', at: ports.clock.now(), effectId });
  if (!taken) return;
  const record = (outcome: Outcome) => ports.noticeSends.write(notice.ref, taken, { to, ...outcome, at: ports.clock.now(), effectId });
  try {
    await record(await deliver(sending, taken.send));
  } catch (error) {
    await record({ state: 'pending' });
    throw error;
  }
};

/** Sends a notice to whom it was not sent yet, or again to whom it did not reach. Throws when some could not be sent now: the next try goes on with them. */
const sendNotice =
  (ports: Ports, links: Links): RecordPerformers<Notice, NoticeWork>['send-notice'] =>
  async ({ itemId, state }, effect): Promise<Performed> => {
    const shown = (notice: Notice | undefined): boolean => notice !== undefined && isShown(notice, toLondonDate(ports.clock.now()));
    if (!shown(state)) return { state: 'superseded', reason: 'not-shown' };
    const { ref } = state;
    if (effect.to === 'everybody') await ports.noticeSends.enlist(ref, await recipientsToday(ports, state), ports.clock.now());
    const rows = await ports.noticeSends.of(ref);
    if (rows.length === 0) return { state: 'not-delivered', reason: 'nobody-to-tell' };
    const steps = rows.map((stored) => ({ stored, step: sendStep(stored.send, effect, ports.clock.now()) }));
    for (const { stored, step } of steps)
      if (step === 'give-up') await ports.noticeSends.write(ref, stored, { ...stored.send, state: 'failed', reason: 'no-answer' });
    const due = steps.flatMap(({ stored, step }) => (step === 'send' ? [stored] : []));
    const sending = { ports, links, notice: state, chain: chainOf(itemId, effect.version) };
    for (let from = 0; from < due.length; from += atOnce) {
      if (from > 0 && from % betweenLooks === 0 && !shown((await ports.notices.get(itemId))?.state))
        return { state: 'superseded', reason: 'not-shown' };
      const ends = await Promise.allSettled(due.slice(from, from + atOnce).map((stored) => sendOne(sending, stored, effect.id)));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    }
    if (steps.some(({ step }) => step === 'wait')) throw new ServiceBusy('notices', 503, waitSeconds);
    return { state: 'done' };
  };

/** What follows from a notice. */
export const noticePerformers = (ports: Ports, links: Links): RecordPerformers<Notice, NoticeWork> => ({
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
  'send-notice': sendNotice(ports, links),
});
