import { needsAttention } from '@ap/shared/domain/call-off/attention';
import { type CallOff, openStep } from '@ap/shared/domain/call-off/call-off';
import type { Effect, RequesterNews } from '@ap/shared/domain/effect';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';
import type { Performed } from '../effects/performed.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';

const sentences: Readonly<Record<RequesterNews, (callOff: CallOff) => string>> = {
  submitted: (callOff) => `Your request ${callOff.ref} was sent for approval`,
  'approved-step': (callOff) => `${callOff.ref} passed one approval and is with the next approver`,
  ordered: (callOff) => `${callOff.ref} was approved: order ${callOff.order?.number ?? ''} waits for the provider`,
  rejected: (callOff) => `${callOff.ref} was rejected`,
  returned: (callOff) => `${callOff.ref} was sent back for changes`,
  withdrawn: (callOff) => `${callOff.ref} was withdrawn`,
  accepted: (callOff) => `The provider accepted order ${callOff.order?.number ?? ''}`,
  declined: (callOff) => `The provider declined order ${callOff.order?.number ?? ''}`,
  'other-offer': (callOff) => `The provider of order ${callOff.order?.number ?? ''} offers something else`,
  unfilled: (callOff) => `The provider did not answer order ${callOff.order?.number ?? ''}`,
  'offered-next': (callOff) =>
    callOff.order === undefined
      ? `${callOff.ref} is to be offered to ${callOff.providerName} and was sent for approval`
      : `Order ${callOff.order.number} was offered to the next provider, ${callOff.providerName}`,
  'none-left': (callOff) => `No provider is left for order ${callOff.order?.number ?? ''}`,
  'order-not-sent': (callOff) => `Order ${callOff.order?.number ?? ''} could not be sent to the provider`,
  escalated: (callOff) => `${callOff.ref} was passed on, as nobody had decided`,
  'provider-paused': (callOff) => `${callOff.ref} cannot be approved for now`,
};

/** Whether the news is still so: what has been overtaken while it waited would contradict the news that overtook it. */
const stillSo = (callOff: CallOff, news: RequesterNews): boolean => {
  switch (news) {
    case 'submitted':
      return callOff.status === 'awaiting-approval' && openStep(callOff) === 0;
    case 'approved-step':
      return callOff.status === 'awaiting-approval' && openStep(callOff) > 0;
    case 'ordered':
      return callOff.order?.state === 'awaiting-provider' && !needsAttention(callOff, 'order-not-sent');
    case 'rejected':
    case 'returned':
    case 'withdrawn':
      return callOff.status === news;
    case 'other-offer':
      return callOff.order?.state === 'awaiting-provider' && callOff.order.otherOffer !== undefined;
    case 'offered-next':
      return callOff.order === undefined ? callOff.status === 'awaiting-approval' : callOff.order.state === 'awaiting-provider';
    case 'none-left':
      return callOff.order?.state === 'unfilled';
    case 'unfilled':
    case 'accepted':
    case 'declined':
      return callOff.order?.state === news;
    case 'order-not-sent':
      return needsAttention(callOff, 'order-not-sent');
    case 'escalated':
      return callOff.status === 'awaiting-approval';
    case 'provider-paused':
      return callOff.status === 'awaiting-approval' && callOff.providerPaused !== undefined;
  }
};

/** Why, in the words of whoever decided this very version: each version has a line of history, counted from the newest as the oldest may be folded. */
const commentOf = (callOff: CallOff, version: number): string | undefined => callOff.history.at(version - callOff.version - 1)?.comment;

/** What is said with the news: the comment of whoever decided, or the fixed words about a provider that takes no orders. */
const wordsOf = (callOff: CallOff, { news, version }: { readonly news: RequesterNews; readonly version: number }) => {
  if (news === 'provider-paused') return ['Provider', `${callOff.providerName}: ${callOff.providerPaused?.sentence ?? ''}`] as const;
  const text = commentOf(callOff, version);
  return text === undefined ? undefined : ([labelOf(news), text] as const);
};

/** What the comment is: somebody's own words, or the product's about an order that was held. */
const labelOf = (news: RequesterNews): string =>
  news === 'order-not-sent' || news === 'unfilled' || news === 'none-left' ? 'Why' : 'Comment';

const newsCard = (
  callOff: CallOff,
  sentence: string,
  comment: readonly [label: string, text: string] | undefined,
  pageUrl: string,
  othersUrl: string | undefined,
): AdaptiveCard =>
  newCard({
    title: sentence,
    otherwise: 'Open the request in the AP Framework app.',
    body: [
      line(plain(sentence), { size: 'Medium', weight: 'Bolder', style: 'heading' }),
      ...(comment === undefined ? [] : [line(`**${comment[0]}:** ${plain(comment[1], 1000)}`, { spacing: 'Small' })]),
      fact('Service', `${callOff.serviceName}, ${callOff.providerName}`),
      fact('Total', bothTotals(callOff.price)),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'Open the request', url: pageUrl },
      ...(othersUrl === undefined ? [] : [{ type: 'Action.OpenUrl', title: 'Find other provision', url: othersUrl } as const]),
    ],
  });

/** Tells the requester by card what happened, unless it is so no longer; by mail where no card can be delivered. */
export const tellRequester =
  (
    ports: Pick<Ports, 'cards' | 'mail'>,
    links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>> & {
      /** The directory, by a search. */
      readonly others: (search: string) => string;
    },
  ) =>
  async ({ callOff }: StoredCallOff, effect: Extract<Effect, { kind: 'tell-requester' }>): Promise<Performed> => {
    if (!stillSo(callOff, effect.news)) return { state: 'superseded' };
    const sentence = sentences[effect.news](callOff);
    const comment = wordsOf(callOff, effect);
    const others = effect.news === 'provider-paused' && callOff.providerPaused ? links.others(callOff.providerPaused.search) : undefined;
    const card = newsCard(callOff, sentence, comment, links.onCard(callOff.ref), others);
    const delivery = await ports.cards.send(callOff.requester, card, sentence);
    if (delivery.ok) return { state: 'done', sent: delivery };
    const paragraphs = [`${sentence}.`, ...(comment === undefined ? [] : [comment.join(': ')])];
    await ports.mail.send({
      to: callOff.requester.email,
      subject: sentence,
      html: mailHtml({
        greeting: `Dear ${callOff.requester.name}`,
        paragraphs,
        link: { text: `Open request ${callOff.ref}`, url: links.inMail(callOff.ref) },
      }),
    });
    return { state: 'done', reason: delivery.why };
  };
