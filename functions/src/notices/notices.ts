import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getNotice as getDeclared, listNotices as listDeclared, NoticeReply } from '@ap/shared/contract/notices';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { isShown, type Notice, paragraphsOf } from '@ap/shared/domain/notices/notice';
import { mayRead } from '@ap/shared/domain/notices/notice-recipients';
import { personKey } from '@ap/shared/domain/people/person';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { amongBooked } from './audience.ts';

type Needs = Pick<Ports, 'notices' | 'events' | 'buyers' | 'clock'>;

/** How much of a text the list shows. */
const mostShown = 200;

/** Whether a caller may read a notice now: it is for them, and is shown today. Nothing is kept of who read what. */
export const readerOf = async (ports: Omit<Needs, 'notices'>, { person, memberships }: Caller): Promise<(notice: Notice) => boolean> => {
  const { buyers, clock } = ports;
  const every = await buyers.all();
  const goesTo = await amongBooked(ports);
  const today = toLondonDate(clock.now());
  return (notice) => isShown(notice, today) && mayRead(notice.audience, memberships, every) && goesTo(notice, personKey(person));
};

const toSummary = ({ ref, title, authorRole, publishedAt = '', showUntil }: Notice) => ({ ref, title, authorRole, publishedAt, showUntil });

const beginOf = ({ body }: Notice): string => {
  const [first = ''] = paragraphsOf(body);
  return first.length > mostShown ? `${first.slice(0, mostShown).replace(/\s+\S*$/, '')} ...` : first;
};

/** One that is not theirs to read, or is over, is as if it were not there. */
export const noSuchNotice = (): ProblemError =>
  new ProblemError('not-found', 'There is no such notice, or it is over, or it is not for your school or department.');

/** The notices that are for the caller today, the newest first. */
export const listNotices =
  (ports: Needs) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const mayReadIt = await readerOf(ports, caller);
    const notices = (await ports.notices.known()).map(({ state }) => state).filter(mayReadIt);
    return {
      notices: notices
        .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
        .map((notice) => ({ ...toSummary(notice), begins: beginOf(notice) })),
    };
  };

/** One notice. */
export const getNotice =
  (ports: Needs) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<NoticeReply> => {
    const found = await ports.notices.find(params.ref);
    if (!found || !(await readerOf(ports, caller))(found.state)) throw noSuchNotice();
    const { body, author, picture } = found.state;
    return {
      ...toSummary(found.state),
      body,
      publisher: { name: author.name, email: author.email },
      ...(picture ? { picture: { alt: picture.alt } } : {}),
    };
  };
