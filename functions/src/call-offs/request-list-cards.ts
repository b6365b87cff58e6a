import type { CallOffSummary } from '@ap/shared/contract/call-off-summary';
import { stateSentence } from '@ap/shared/domain/call-off/state-sentence';
import { formatDate, formatInstant } from '@ap/shared/domain/days/local-date';
import { bothTotals } from '@ap/shared/domain/money/both-totals';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { entry, line, plain } from '../cards/card-text.ts';
import { newCard } from '../cards/new-card.ts';
import type { Caller } from '../http/caller.ts';
import type { StoredDraft } from '../ports/kept.ts';
import type { Ports } from '../ports/ports.ts';
import { listCallOffs } from './read-call-offs.ts';

/** Pages that the entries lead to. */
export interface RequestPages {
  readonly callOff: (ref: string) => string;
  readonly draft: (draftId: string, serviceRef: string) => string;
  readonly mine: string;
  readonly waiting: string;
}

const mostEntries = 4;
const mostDrafts = 2;
const quiet = { isSubtle: true, spacing: 'None' } as const;

const listed = async (ports: Pick<Ports, 'callOffs'>, caller: Caller, scope: 'mine' | 'waiting'): Promise<readonly CallOffSummary[]> =>
  (await listCallOffs(ports)({ caller, params: undefined, query: { scope }, body: undefined, key: '' })).callOffs;

const name = (text: string) => line(plain(text, 120), { weight: 'Bolder' });

const requestEntry = (callOff: CallOffSummary, pages: RequestPages): CardElement =>
  entry(
    [
      name(callOff.serviceName),
      line(`${plain(callOff.ref)}, for ${plain(callOff.buyerName, 120)}`, quiet),
      line(plain(stateSentence(callOff)), { spacing: 'None' }),
    ],
    { type: 'Action.OpenUrl', title: `Open ${callOff.ref}`, url: pages.callOff(callOff.ref) },
  );

const waitingEntry = (callOff: CallOffSummary, pages: RequestPages): CardElement =>
  entry(
    [
      name(callOff.serviceName),
      line(`${plain(callOff.ref)}, for ${plain(callOff.buyerName, 120)}, asked by ${plain(callOff.requesterName, 120)}`, quiet),
      line(
        `${bothTotals(callOff.change ?? callOff)}, from ${formatDate(callOff.startDate, 'short')} to ${formatDate(callOff.endDate, 'short')}`,
        {
          spacing: 'None',
        },
      ),
      ...(callOff.holdState === undefined && callOff.change === undefined
        ? []
        : [line(plain(stateSentence(callOff)), { spacing: 'None' })]),
    ],
    { type: 'Action.OpenUrl', title: `Open ${callOff.ref}`, url: pages.callOff(callOff.ref) },
  );

const draftEntry = (draft: StoredDraft, pages: RequestPages): CardElement =>
  entry([name(draft.serviceName), line(`A draft, saved ${formatInstant(draft.savedAt)}. Nothing is sent yet`, { spacing: 'None' })], {
    type: 'Action.OpenUrl',
    title: 'Continue',
    url: pages.draft(draft.draftId, draft.serviceRef),
  });

const listCard = (title: string, entries: readonly CardElement[], nothing: string, all: { title: string; url: string }): AdaptiveCard =>
  newCard({
    title,
    otherwise: 'Open the AP Framework app to see them.',
    body: [line(plain(title), { size: 'Medium', weight: 'Bolder', style: 'heading' }), ...(entries.length > 0 ? entries : [line(nothing)])],
    actions: [{ type: 'Action.OpenUrl', ...all }],
  });

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

/** The person's newest drafts and requests, each with how it stands and its link, from the read model. The pupil's reference stays on the page. */
export const myRequestsCard =
  (ports: Pick<Ports, 'callOffs' | 'drafts'>, pages: RequestPages) =>
  async (caller: Caller): Promise<AdaptiveCard> => {
    const drafts = [...(await ports.drafts.list(caller.person))].sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    const mine = await listed(ports, caller, 'mine');
    const shownDrafts = drafts.slice(0, mostDrafts).map((draft) => draftEntry(draft, pages));
    const shown = mine.slice(0, mostEntries - shownDrafts.length).map((callOff) => requestEntry(callOff, pages));
    const counts = [
      ...(mine.length === 0 ? [] : [counted(mine.length, 'request', 'requests')]),
      ...(drafts.length === 0 ? [] : [counted(drafts.length, 'draft', 'drafts')]),
    ];
    const title = `You have ${counts.length === 0 ? 'no requests yet' : counts.join(' and ')}`;
    const nothing = 'Search the directory and choose Request this service on its page. What you ask for is then listed here.';
    return listCard(title, [...shownDrafts, ...shown], nothing, { title: 'See all my requests', url: pages.mine });
  };

/** What waits for this person's decision, oldest first. A decision is made on the page or on the card that was sent for it. */
export const waitingCard =
  (ports: Pick<Ports, 'callOffs'>, pages: RequestPages) =>
  async (caller: Caller): Promise<AdaptiveCard> => {
    const waiting = await listed(ports, caller, 'waiting');
    const title =
      waiting.length === 0 ? 'Nothing waits for you' : `${counted(waiting.length, 'request waits', 'requests wait')} for your decision`;
    const nothing = 'When a request needs your approval, I bring it to you here.';
    const entries = waiting.slice(0, mostEntries).map((callOff) => waitingEntry(callOff, pages));
    return listCard(title, entries, nothing, { title: 'See all that waits for me', url: pages.waiting });
  };
