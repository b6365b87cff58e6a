import { keysOf } from '@ap/shared/domain/events/council-event';
import type { NoticeAudience, NoticeEvent } from '@ap/shared/domain/notices/notice';
import { type NoticeRecipient, recipientKey, recipientsOf } from '@ap/shared/domain/notices/notice-recipients';
import type { Ports } from '../ports/ports.ts';

/** What says whom a notice is for. */
interface Addressed {
  readonly audience: readonly NoticeAudience[];
  readonly event?: NoticeEvent | undefined;
}

/** Whether a notice goes to somebody of its audience by their key: where it is about an event, if they booked it, or came. Asked of the events as last known. */
export const amongBooked = async ({
  events,
}: Pick<Ports, 'events'>): Promise<(notice: Pick<Addressed, 'event'>, key: string) => boolean> => {
  const bookings = new Map((await events.known()).map(({ state }) => [state.ref, state.bookings]));
  return ({ event }, key) => event === undefined || keysOf(bookings.get(event.ref) ?? [], event.group).has(key);
};

/** Whom an audience is made of by the register as last known: it costs no request, however many they are. */
export const recipientsToday = async (
  ports: Pick<Ports, 'buyers' | 'providers' | 'events'>,
  notice: Addressed,
): Promise<readonly NoticeRecipient[]> => {
  const { buyers, providers } = ports;
  const every = await buyers.all();
  const members = await Promise.all(every.map(({ ref }) => buyers.members(ref, 'known')));
  const goesTo = await amongBooked(ports);
  return recipientsOf(notice.audience, { buyers: every, members: members.flat(), providers: await providers.all() }).filter((recipient) =>
    goesTo(notice, recipientKey(recipient)),
  );
};
