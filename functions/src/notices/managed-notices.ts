import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import {
  type actOnNotice as actDeclared,
  type getManagedNotice as getDeclared,
  type listManagedNotices as listDeclared,
  type ManagedNoticeReply,
  type NoticeAct,
  noticeActs,
  type listNoticeSends as sendsDeclared,
  type writeNotice as writeDeclared,
} from '@ap/shared/contract/managed-notices';
import type { Command } from '@ap/shared/domain/call-off/decision';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { decideNotice } from '@ap/shared/domain/notices/decide-notice';
import { isShown, type Notice } from '@ap/shared/domain/notices/notice';
import { type CommandOnNotice, type NoticeFacts, noticeRolesOf } from '@ap/shared/domain/notices/notice-command';
import { noticeMachine } from '@ap/shared/domain/notices/notice-machine';
import { countSends, type SendCounts } from '@ap/shared/domain/notices/notice-send';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import { pageOfSends, sendsOf } from '../effects/send-record.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { recipientsToday } from './audience.ts';
import { noSuchNotice } from './notices.ts';
import { noticesHome } from './notices-home.ts';

const toSummary = ({ ref, title, status, audience, publishOn, publishedAt, showUntil }: Notice) =>
  withoutAbsent({ ref, title, status, audience: [...audience], publishOn, publishedAt, showUntil });

/** What can be done with it as it stands. Who may do it, and the rest of each guard, is the decision's. */
const mayDo = (notice: Notice, { failed }: SendCounts, now: string): NoticeAct[] =>
  noticeActs.filter(
    (act) =>
      noticeMachine.moves.some(({ command, from }) => command === act && from.includes(notice.status)) &&
      (act !== 'resend-notice' || (failed > 0 && isShown(notice, toLondonDate(now)))) &&
      (act !== 'clear-picture' || notice.picture !== undefined),
  );

const noSuchEvent = (): ProblemError => new ProblemError('not-found', 'There is no such event.', { pointer: '/event/ref' });

/** The event of a notice, by its title; one that is kept no more has its reference alone. */
const eventOf = async ({ events }: Pick<Ports, 'events'>, { event }: Notice) =>
  event && { ...event, title: (await events.known()).find(({ state }) => state.ref === event.ref)?.state.title ?? event.ref };

const toReply = async (ports: Ports, notice: Notice): Promise<ManagedNoticeReply> => {
  const sends = countSends(await sendsOf(ports, notice.ref));
  const { body, authorRole, author, version, picture, withdrawnBecause, history } = notice;
  return {
    ...toSummary(notice),
    body,
    authorRole,
    author: author.name,
    version,
    ...withoutAbsent({ withdrawnBecause, picture: picture && { alt: picture.alt }, event: await eventOf(ports, notice) }),
    takesPicture: notice.status === 'draft',
    reaches: (await recipientsToday(ports, notice)).length,
    sends,
    history: history.map(({ at, by, what, comment }) => withoutAbsent({ at, by, what, comment })),
    may: mayDo(notice, sends, ports.clock.now()),
  };
};

/** Every notice, what was changed last first. */
export const listManagedNotices =
  ({ notices }: Pick<Ports, 'notices'>) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const changedAt = ({ history }: Notice): string => history.at(-1)?.at ?? '';
    const every = (await notices.known()).map(({ state }) => state);
    return { notices: every.sort((a, b) => changedAt(b).localeCompare(changedAt(a))).map(toSummary) };
  };

export const getManagedNotice =
  (ports: Ports) =>
  async ({ params }: Call<typeof getDeclared>): Promise<ManagedNoticeReply> => {
    const found = await ports.notices.find(params.ref);
    if (!found) throw noSuchNotice();
    return toReply(ports, found.state);
  };

/** The send record, by name; of those that stand in one way, where that is asked for. */
export const listNoticeSends =
  (ports: Ports) =>
  async ({ params, query }: Call<typeof sendsDeclared>): Promise<ReplyOf<typeof sendsDeclared>> => {
    if (!(await ports.notices.find(params.ref))) throw noSuchNotice();
    return pageOfSends(await sendsOf(ports, params.ref), query);
  };

const rolesOf = async ({ buyers }: Pick<Ports, 'buyers'>, { person }: Caller): Promise<NoticeFacts['roles']> =>
  noticeRolesOf(person, await buyers.councilMembers('fresh'));

/** Writes a notice, once for each key of a person. */
export const writeNotice =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof writeDeclared>): Promise<ManagedNoticeReply> => {
    if (body.event && !(await ports.events.find(body.event.ref))) throw noSuchEvent();
    const { state } = await createRecord(ports, noticesHome(ports), 'NO', { by: caller.person, key, content: body }, async (ref, command) =>
      decideNotice(undefined, { ...command, kind: 'write-notice', ref, ...body }, { roles: await rolesOf(ports, caller) }, command.now),
    );
    return toReply(ports, state);
  };

type Act = BodyOf<typeof actDeclared>;
/** What is done with a notice that is there. */
type Asked = Omit<Extract<CommandOnNotice, { readonly kind: 'set-picture' }>, keyof Command> | Act;

const factsFor = async (ports: Ports, caller: Caller, ref: string, { kind }: Asked): Promise<NoticeFacts> => ({
  roles: await rolesOf(ports, caller),
  ...(kind === 'resend-notice' ? { failed: countSends(await sendsOf(ports, ref)).failed } : {}),
});

/** Gives a command about a notice, by the version that its giver has read. */
export const commandNotice = async (
  ports: Ports,
  caller: Caller,
  { ref, key, seen, content }: { readonly ref: string; readonly key: string; readonly seen: number; readonly content: unknown },
  asked: Asked,
): Promise<ManagedNoticeReply> => {
  const given = { ref, by: caller.person, key, content };
  const { state } = await runOnRecord(ports, noticesHome(ports), given, async (present, command) => {
    if (present.version !== seen)
      throw new ProblemError('stale-version', 'Somebody else changed this notice since you opened it. Nothing of yours was saved.');
    return decideNotice(present, { ...command, ...asked }, await factsFor(ports, caller, ref, asked), command.now);
  });
  return toReply(ports, state);
};

/** What a commissioner does with a notice. */
export const actOnNotice =
  (ports: Ports) =>
  ({ caller, params: { ref }, body, key }: Call<typeof actDeclared>): Promise<ManagedNoticeReply> =>
    commandNotice(ports, caller, { ref, key, seen: body.seen, content: body }, body);
