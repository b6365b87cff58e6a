import { formatDate } from '@ap/shared/domain/days/local-date';
import { formatMoney } from '@ap/shared/domain/money/money';
import { rateUnitLabels } from '@ap/shared/domain/money/rate-card';
import type { PersonId } from '@ap/shared/domain/people/person';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { awardMachine } from '@ap/shared/domain/tenders/award/award-machine';
import { whoMayDecide } from '@ap/shared/domain/tenders/award/decide-award';
import { formatPoints } from '@ap/shared/domain/tenders/evaluation/rank-arithmetic';
import type { ActionData, AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { fact, line, plain } from '../cards/card-text.ts';
import { executeAction } from '../cards/execute-action.ts';
import { newCard } from '../cards/new-card.ts';
import { serviceNameIn } from './award-view.ts';

export const awardVerbs = ['ask-approve-award', 'approve-award', 'ask-reject-award', 'reject-award', 'back-to-award'] as const;
export type AwardVerb = (typeof awardVerbs)[number];
export type AwardFace = 'award' | 'confirm-approve' | 'confirm-reject';

/** Prices that a card shows; the rest is on the page. */
const mostPrices = 12;

const sourceOf = ({ source }: Award): string =>
  source.kind === 'portal'
    ? `${source.portal}, notice ${source.noticeId}, decided on ${formatDate(source.decidedOn, 'short')}`
    : `Round ${source.roundRef}`;

const checkOf = ({ exclusionCheck }: Award): string => {
  if (!exclusionCheck) return 'Not made yet';
  const { outcome, debarmentListCheckedOn, checkedBy, reason } = exclusionCheck;
  const word = { clear: 'Clear', 'self-cleaned': 'A ground applied, and does not shut it out', excluded: 'Excluded' }[outcome];
  return `${word}. Debarment list looked at on ${formatDate(debarmentListCheckedOn, 'short')} by ${checkedBy}.${reason ? ` ${reason}` : ''}`;
};

/** Everything that the decision rests on. */
const facts = (award: Award): readonly CardElement[] => [
  fact('Provider', `${award.providerName} (${award.providerRef})`),
  fact('Framework', award.frameworkRef),
  fact('Decided in', sourceOf(award)),
  ...award.lots.map(({ lotKey, qualityPoints, pricePoints, total, place }) =>
    fact(
      `Lot ${lotKey}`,
      `Quality ${formatPoints(qualityPoints)} + price ${formatPoints(pricePoints)} = ${formatPoints(total)} points${place === undefined ? '' : `, place ${place}`}`,
    ),
  ),
  ...award.prices
    .slice(0, mostPrices)
    .map(({ serviceRef, unit, group, price }) =>
      fact(
        serviceNameIn(award, serviceRef) ?? serviceRef,
        `${formatMoney(price)} ${rateUnitLabels[unit].toLowerCase()}, ex VAT${group === undefined ? '' : `, ${group.from} to ${group.to} pupils`}`,
      ),
    ),
  ...(award.prices.length > mostPrices ? [line(`And ${award.prices.length - mostPrices} more prices, which the award board shows.`)] : []),
  fact('Exclusion check', checkOf(award)),
  fact('Put forward by', award.history[0]?.by ?? ''),
];

/** How it was decided, in the words of its history. */
const howDecided = ({ history }: Award): readonly CardElement[] => {
  const decided = [...history].reverse().find(({ what }) => what === 'Approved' || what === 'Rejected');
  return decided ? [line(plain(`${decided.what} by ${decided.by}${decided.comment ? `: ${decided.comment}` : '.'}`, 1_200))] : [];
};

/** An award approver's card: what is asked, or how it was decided. `commandKey` makes one click one command, `version` binds it to what is shown. */
export const awardCard = (award: Award, viewer: PersonId, face: AwardFace, commandKey: string, notice?: string): AdaptiveCard => {
  const isAsked = award.status === 'proposed' && whoMayDecide(award, [viewer]).length > 0;
  const title = isAsked
    ? `Approve the award to ${award.providerName}?`
    : `The award to ${award.providerName} is ${awardMachine.states[award.status]}`;
  const otherwise = 'Open the AP Framework app to decide.';
  const head = [
    ...(notice === undefined ? [] : [line(plain(notice, 500), { color: 'Attention', weight: 'Bolder' })]),
    line(plain(title), { size: 'Large', weight: 'Bolder', style: 'heading' }),
  ];
  const data: ActionData = { ref: award.ref, version: award.version, commandKey };
  const back = executeAction('Back', 'back-to-award' satisfies AwardVerb, data);
  if (!isAsked) return newCard({ title, otherwise, body: [...head, ...howDecided(award), ...facts(award)], actions: [] });
  switch (face) {
    case 'award':
      return newCard({
        title,
        otherwise,
        body: [...head, ...facts(award)],
        actions: [
          executeAction('Approve', 'ask-approve-award' satisfies AwardVerb, data, 'positive'),
          executeAction('Reject', 'ask-reject-award' satisfies AwardVerb, data, 'destructive'),
        ],
      });
    case 'confirm-approve':
      return newCard({
        title,
        otherwise,
        body: [
          ...head,
          line(
            `You are about to approve the award of **${plain(award.lots.map(({ lotKey }) => lotKey).join(', '))}** to ${plain(award.providerName)}. Nothing is signed before the standstill is over.`,
          ),
          ...facts(award),
        ],
        actions: [executeAction('Approve this award', 'approve-award' satisfies AwardVerb, data, 'positive'), back],
      });
    case 'confirm-reject':
      return newCard({
        title,
        otherwise,
        body: [
          ...head,
          {
            type: 'Input.Text',
            id: 'comment',
            label: 'Say why you reject this award.',
            isMultiline: true,
            maxLength: 1000,
            errorMessage: 'Enter a reason for the commissioning team',
          },
        ],
        actions: [executeAction('Reject', 'reject-award' satisfies AwardVerb, data, 'destructive'), back],
      });
  }
};
