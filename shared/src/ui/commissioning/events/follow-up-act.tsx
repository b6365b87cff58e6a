import type { ClientOf } from '../../../contract/client.ts';
import type { ManagedEventReply } from '../../../contract/managed-events.ts';
import type { managedNoticesApi } from '../../../contract/managed-notices.ts';
import { type BookedGroup, bookedGroupNames, bookedGroups } from '../../../domain/notices/notice.ts';
import type { Act } from '../Acts.tsx';
import { noticeTextOf, textQuestions } from '../notices/notice-acts.tsx';
import type { Question } from '../questions.tsx';

const isGroup = (text: string): text is BookedGroup => bookedGroups.some((each) => each === text);

const groupQuestion = (groups: readonly BookedGroup[]): Question => ({
  as: 'choice',
  name: 'group',
  label: 'To whom does it go?',
  options: groups.map((value) => ({ value, label: bookedGroupNames[value] })),
  missing: 'Choose to whom it goes',
});

/** Writes a notice to those who booked an event, or to those who came once that is noted. `open` shows it: it is published as any other. */
export const followUpAct = (
  { ref, audience, bookings }: ManagedEventReply,
  client: Pick<ClientOf<typeof managedNoticesApi>, 'writeNotice'>,
  open: (noticeRef: string) => void,
): Act => ({
  title: 'Write to those who booked or came',
  about: 'A notice that goes to them alone. It stays a draft until you publish it.',
  questions: [
    groupQuestion(bookings.some(({ came }) => came === true) ? bookedGroups : ['booked']),
    ...textQuestions().filter(({ name }) => name !== 'audience'),
  ],
  onSend: async (given, key) => {
    const group = given.text('group');
    if (!isGroup(group)) throw new RangeError(`No such group: ${group}`);
    const text = { ...noticeTextOf(given), audience };
    const written = await client.writeNotice({ body: { text, event: { ref, group } }, key });
    open(written.ref);
    return 'The notice is a draft.';
  },
});
