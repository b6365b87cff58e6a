import { aCommand, aMembership, now, officer } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { decideNotice } from './decide-notice.ts';
import type { Notice, NoticeText } from './notice.ts';
import type { CommandOnNotice, NoticeFacts, WriteNotice } from './notice-command.ts';

/** Whoever writes notices in these tests. */
export const author = officer;
export const authorMembership = aMembership(author, ['commissioner'], { buyerRef: 'CD-SEND' });

export const aText = (told: Partial<NoticeText> = {}): NoticeText => ({
  title: 'Alternative provision: what comes next',
  body: 'A directory of quality assured providers will be available.\n\nSchools can buy from it at prices that are set for a period.',
  authorRole: 'SEND Commissioner',
  audience: ['maintained-school', 'academy'],
  showUntil: localDate('2027-03-31'),
  ...told,
});

type Asked<C> = C extends { readonly kind: infer K } ? Omit<C, 'id' | 'by' | 'receipted'> & { readonly kind: K } : never;

const facts: NoticeFacts = { roles: ['commissioner', 'product'] };

export const decided = (
  present: Notice | undefined,
  asked: Asked<CommandOnNotice> | Asked<WriteNotice>,
  told: Partial<NoticeFacts> = {},
  at = now,
) => decideNotice(present, { ...aCommand(author), ...asked, id: `${asked.kind}-${present?.version ?? 0}` }, { ...facts, ...told }, at);

/** The accepted state; throws with the refusal. */
export const stateOf = (decision: ReturnType<typeof decided>): Notice => {
  if (!decision.ok) throw new Error(`${decision.code}: ${decision.detail}`);
  return decision.state;
};

export const aDraft = (told: Partial<NoticeText> = {}, ref = 'NO-7K3M9QXT'): Notice =>
  stateOf(decided(undefined, { kind: 'write-notice', ref, text: aText(told) }));

export const published = (told: Partial<NoticeText> = {}, ref?: string): Notice =>
  stateOf(decided(aDraft(told, ref), { kind: 'publish-notice' }));
