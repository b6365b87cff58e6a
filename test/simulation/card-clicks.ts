import { personKey } from '@ap/shared/domain/people/person';
import { answerApprovalCard } from '../../functions/src/approvals/answer-approval-card.ts';
import type { AdaptiveCard } from '../../functions/src/cards/adaptive-card.ts';
import { ProblemError } from '../../functions/src/http/problem-reply.ts';
import type { Given } from './commands.ts';
import type { Journal } from './journal.ts';
import type { Dice } from './seeded.ts';
import type { StoredState } from './stored-state.ts';
import { firstSchool, secondSchool } from './two-schools.ts';

const cardLinks = {
  page: (ref: string): string => `https://ap.council.example/requests/${ref}`,
  others: (search: string): string => `https://ap.council.example/directory?${search}`,
};
const approvers = [...firstSchool.approvers, ...secondSchool.approvers];

/** What a button of a card carries; `undefined` where the card has no such button any more. */
const carriedBy = (card: AdaptiveCard, verb: string): { readonly ref?: unknown } | undefined =>
  card.actions?.flatMap((action) =>
    action.type === 'Action.Execute' && action.verb === verb ? [action.data as { ref?: unknown }] : [],
  )[0];
/** A card that answers with a refusal says so above its heading. */
const isNotice = ({ body: [first] }: AdaptiveCard): boolean => first?.type === 'TextBlock' && first.style !== 'heading';
/** In the words of the person: the card shows how it stands, and nothing was decided by the click. */
const notDecided = (): ProblemError => new ProblemError('stale-version', 'The card shows how the request stands.');

/** An approver clicks on a card that they were sent, the newest or one that is out of date: first what asks, then what decides. */
export const cardClicksOf = (dice: Dice, { writes }: StoredState, { sent }: Journal): (() => Given | undefined) => {
  let made = 0;
  return () => {
    const open = new Set(
      [...new Map(writes.map(({ ref, state }) => [ref, state])).values()].flatMap(({ ref, status }) =>
        status === 'awaiting-approval' ? [ref] : [],
      ),
    );
    const asking = sent.flatMap(({ by, to, html }) => {
      const data = by === 'card' && html.includes('"ask-approve"') ? carriedBy(JSON.parse(html) as AdaptiveCard, 'ask-approve') : undefined;
      const person = approvers.find((each) => personKey(each) === to);
      return data && person ? [{ data, person, ref: String(data.ref) }] : [];
    });
    const now = asking.filter(({ ref }) => open.has(ref));
    const from = now.length > 0 && dice.perMille(900) ? now : asking;
    if (from.length === 0) return undefined;
    const { data, person, ref } = dice.pick(from);
    const verdict = dice.pick(['approve', 'approve', 'approve', 'reject', 'return'] as const);
    made += 1;
    const key = `card-${verdict}-key-${String(made).padStart(12, '0')}`;
    /** What the second click carries, once the first was answered: Teams sends that again when it had no answer. */
    let second: Readonly<Record<string, unknown>> | undefined;
    return {
      kind: `decide-${verdict}`,
      key,
      by: person,
      ref,
      seen: { round: Number((data as { round?: unknown }).round), step: Number((data as { step?: unknown }).step) },
      run: async (ports) => {
        const answer = answerApprovalCard(ports, cardLinks, () => key);
        if (!second) {
          const asked = carriedBy((await answer({ verb: `ask-${verdict}`, data, by: person })).card, verdict);
          if (!asked) throw notDecided();
          second = { ...asked, ...(verdict === 'approve' ? {} : { comment: 'Fewer days, please.' }) };
        }
        const { card } = await answer({ verb: verdict, data: second, by: person });
        if (isNotice(card)) throw notDecided();
        return ref;
      },
    };
  };
};
