import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { formatDate } from '@ap/shared/domain/days/local-date';
import { patternSentence } from '@ap/shared/domain/days/pattern-sentence';
import type { Effect } from '@ap/shared/domain/effect';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import { formatMoney } from '@ap/shared/domain/money/money';
import type { Order, OrderState } from '@ap/shared/domain/orders/order';
import { endReasonWords } from '@ap/shared/domain/orders/order-end';
import type { OrderNews } from '@ap/shared/domain/orders/order-news';
import { plannedEnd, plannedParts, presentTotals } from '@ap/shared/domain/orders/order-plan';
import { personKey } from '@ap/shared/domain/people/person';
import { allOf } from '@ap/shared/domain/texts/one-of';
import type { Performed } from '../effects/performed.ts';
import { type News, tellPeople } from '../effects/tell-people.ts';
import { tellProvider } from '../effects/tell-provider.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

type Kind = 'tell-provider-of-order' | 'tell-requester-of-order' | 'ask-approver-of-change';
type OfKind<K extends Kind> = Extract<Effect, { kind: K }>;
export type OrderNewsPerformers = { readonly [K in Kind]: (stored: StoredCallOff, effect: OfKind<K>) => Promise<Performed> };

/** In which states the news is still so: what was overtaken while it waited would contradict the news that overtook it. */
const stillSo: Readonly<Record<OrderNews, readonly OrderState[]>> = {
  started: ['active'],
  paused: ['paused'],
  resumed: ['active'],
  varied: ['accepted', 'active'],
  extended: ['active'],
  'change-refused': ['accepted', 'active'],
  'change-escalated': ['accepted', 'active'],
  'notice-given': ['notice-given'],
  ended: ['ended'],
  completed: ['completed'],
  cancelled: ['cancelled'],
};

/** What happened, as the end of a sentence that begins with the order. */
const headings: Readonly<Record<OrderNews, string>> = {
  started: 'has started',
  paused: 'is paused',
  resumed: 'goes on',
  varied: 'was changed',
  extended: 'was extended',
  'change-refused': 'stays as it was: the change was refused',
  'change-escalated': 'is to be changed, and nobody has decided yet',
  'notice-given': 'ends: notice was given',
  ended: 'has ended',
  completed: 'is complete',
  cancelled: 'was cancelled',
};

/** What is planned now, in sentences: days and money, nothing about a pupil. */
const planLines = (callOff: CallOff): readonly string[] => {
  const totals = presentTotals(callOff);
  return [
    ...plannedParts(callOff).map(({ from, to, pattern }) => `From ${formatDate(from)} to ${formatDate(to)}: ${patternSentence(pattern)}.`),
    `${totals.unitsSentence}, at ${formatMoney(callOff.price.unitPrice)} per ${callOff.price.unit}: ${formatMoney(totals.net)} net, ${formatMoney(totals.vat)} VAT, ${formatMoney(totals.gross)} in all.`,
  ];
};

/** What a change that waits for approval would cost, and who is asked. */
const changeLines = (callOff: CallOff): readonly string[] => {
  const change = callOff.order?.change;
  const open = change?.steps.find(({ state }) => state === 'open');
  if (!change || !open) return [];
  return [
    `It waits for ${allOf(open.approvers.map(({ name }) => name))}. The order stays as it is until then.`,
    `The total would rise from ${bothTotals(presentTotals(callOff))} to ${bothTotals(change.plan)}.`,
  ];
};

/** Reasons are the school's own words and stay with the school: the provider is told what concerns it, by day and sum. */
const linesFor = (callOff: CallOff, order: Order, news: OrderNews): readonly string[] => {
  switch (news) {
    case 'started':
      return order.startedOn === undefined ? [] : [`First day: ${formatDate(order.startedOn)}.`];
    case 'paused':
      return order.pausedFrom === undefined
        ? []
        : [`From ${formatDate(order.pausedFrom)} nothing is taught or owed until the school says that it goes on.`];
    case 'resumed':
    case 'varied':
    case 'extended':
      return planLines(callOff);
    case 'change-refused':
      return [];
    case 'change-escalated':
      return changeLines(callOff);
    case 'notice-given':
      return order.notice === undefined
        ? []
        : [
            `Notice was given by the ${order.notice.by} on ${formatDate(order.notice.givenOn)}.`,
            `Last day: ${formatDate(order.notice.lastDay)}.`,
          ];
    case 'ended':
      return order.end === undefined
        ? []
        : [`Last day: ${formatDate(order.end.on)}. ${endReasonWords[order.end.reason]}.`, 'Nothing is owed for days after it.'];
    case 'completed':
      return [`Last day: ${formatDate(order.end?.on ?? plannedEnd(callOff))}.`];
    case 'cancelled':
      return ['The pupil does not start, and nothing is owed.'];
  }
};

/** What follows from a change of a running order: mail to the provider, a card to whoever requested it, a question to an approver. */
export const orderNewsPerformers = (
  ports: Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'providers'>,
  links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>,
  /** Where a provider reports attendance, from the start on. */
  attendancePage: string,
): OrderNewsPerformers => {
  const link = ({ ref }: CallOff): NonNullable<News['link']> => ({
    text: 'Open the order',
    onCard: links.onCard(ref),
    inMail: links.inMail(ref),
  });
  return {
    'tell-provider-of-order': async ({ callOff }, { news }) => {
      const { order } = callOff;
      if (!order || !stillSo[news].includes(order.state)) return { state: 'superseded' };
      const title = `Order ${order.number} ${headings[news]}`;
      return tellProvider(ports, callOff.providerRef, {
        title,
        paragraphs: [
          `${title}: ${callOff.serviceName} for ${callOff.buyerName}.`,
          ...linesFor(callOff, order, news),
          `Questions: ${callOff.requester.name} (${callOff.requester.email}).`,
        ],
        link: news === 'started' ? { text: 'Report attendance each morning and afternoon', url: attendancePage } : undefined,
      });
    },
    'tell-requester-of-order': async ({ callOff }, effect) => {
      const { order } = callOff;
      if (!order || !stillSo[effect.news].includes(order.state)) return { state: 'superseded' };
      const waits = effect.news === 'change-escalated';
      if (waits && !order.change) return { state: 'superseded' };
      const told = (waits && order.change?.proposedBy) || callOff.requester;
      return tellPeople(ports, callOff.ref, effect, [told], {
        title: `Order ${order.number} ${headings[effect.news]}`,
        paragraphs: [`${callOff.serviceName}, ${callOff.providerName}.`, ...linesFor(callOff, order, effect.news)],
        link: link(callOff),
      });
    },
    'ask-approver-of-change': async ({ callOff }, effect) => {
      const change = callOff.order?.change;
      const step = change?.steps[effect.step];
      const approver = step?.approvers.find((person) => personKey(person) === effect.to);
      if (!change || change.number !== effect.change || step?.state !== 'open' || !approver) return { state: 'superseded' };
      const before = presentTotals(callOff);
      return tellPeople(
        ports,
        callOff.ref,
        effect,
        [approver],
        {
          title: `Approve a change of order ${callOff.order?.number ?? ''}`,
          paragraphs: [
            `${change.proposedBy.name} asks to ${change.kind === 'vary' ? 'change' : 'extend'} ${callOff.serviceName}, ${callOff.providerName}, for ${callOff.buyerName}.`,
            `The total rises from ${bothTotals(before)} to ${bothTotals(change.plan)}: ${change.plan.unitsSentence}.`,
            `Reason: ${change.reason}`,
            'Open the order to approve or refuse. It stays as it is until then.',
          ],
          link: link(callOff),
        },
        true,
      );
    },
  };
};
