import { noticePublished } from '@ap/shared/contract/teams-activities';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { isShown, type Notice, type NoticeWork, paragraphsOf } from '@ap/shared/domain/notices/notice';
import type { NoticeSend } from '@ap/shared/domain/notices/notice-send';
import type { Performed } from '../effects/performed.ts';
import { recordAudit } from '../effects/record-audit.ts';
import type { RecordPerformers } from '../effects/record-outbox.ts';
import { byMail, type SendOutcome, sendEach } from '../effects/send-each.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import { recipientsToday } from './audience.ts';

type Links = Readonly<Record<'inTeams' | 'inMail', (ref: string) => string>>;
interface Telling {
  readonly ports: Ports;
  readonly links: Links;
  readonly notice: Notice;
  readonly chain: number;
}

/** Numbers of notices in Teams' feed lie above those of every call-off. The same for each try of one effect, another for the next. */
const chainOf = (itemId: number, version: number): number => 4_000_000_000_000_000 + itemId * 1_000_000 + version;

/** The notice as a mail: all of it, because a provider has no other place to read it. */
const mailOf = ({ notice, links }: Telling, { to }: NoticeSend) => ({
  to: to.kind === 'person' ? to.person.email : to.email,
  subject: notice.title,
  html: mailHtml({
    greeting: `Dear ${to.kind === 'person' ? to.person.name : to.name}`,
    paragraphs: [...paragraphsOf(notice.body).flatMap((paragraph) => paragraph.split('\n')), notice.authorRole],
    ...(to.kind === 'person' ? { link: { text: 'Open the notice', url: links.inMail(notice.ref) } } : {}),
  }),
});

/** In Teams; by mail where Teams does not reach the person, or it is no person. */
const deliver = async (telling: Telling, send: NoticeSend): Promise<SendOutcome> => {
  const { ports, notice, links, chain } = telling;
  if (send.to.kind === 'provider') return byMail(ports, mailOf(telling, send), undefined);
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
  return told.ok ? { state: 'activity' } : byMail(ports, mailOf(telling, send), told.why);
};

/** Sends a notice to whom it was not sent yet, or again to whom it did not reach. Throws when some could not be sent now: the next try goes on with them. */
const sendNotice =
  (ports: Ports, links: Links): RecordPerformers<Notice, NoticeWork>['send-notice'] =>
  async ({ itemId, state }, effect): Promise<Performed> => {
    const shown = (notice: Notice | undefined): boolean => notice !== undefined && isShown(notice, toLondonDate(ports.clock.now()));
    if (!shown(state)) return { state: 'superseded', reason: 'not-shown' };
    const { ref } = state;
    if (effect.to === 'everybody') await ports.noticeSends.enlist(ref, await recipientsToday(ports, state), ports.clock.now());
    const telling = { ports, links, notice: state, chain: chainOf(itemId, effect.version) };
    return sendEach(ports, {
      ref,
      effect,
      isStillOn: async () => shown((await ports.notices.get(itemId))?.state),
      deliver: (send) => deliver(telling, send),
    });
  };

/** What follows from a notice. */
export const noticePerformers = (ports: Ports, links: Links): RecordPerformers<Notice, NoticeWork> => ({
  'record-audit': ({ state }, effect) => recordAudit(ports)(state.ref, effect),
  'send-notice': sendNotice(ports, links),
});
