import { compareDates, formatDate, type LocalDate, toLondonDate } from '../../days/local-date.ts';
import { type Person, type PersonId, personKey, samePerson } from '../../people/person.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { type Change, decider } from '../decider.ts';
import { priceBookRef } from '../prices/price-book.ts';
import { firstFault, linkFault, textFault } from '../text.ts';
import { type Award, awardRef } from './award.ts';
import type { AwardCommand, AwardFacts, BeginAward, ImportAward } from './award-command.ts';
import { awardMachine } from './award-machine.ts';
import { enablementWorks, isCarriedOut, pricesAreHeld } from './enablement.ts';
import { checkFault, notClear } from './exclusion-check.ts';
import { frameworkFault, importFault, proposedLots, servicesFault, strangeRates } from './new-award.ts';
import { councilScorers, scorersSentence } from './portal-scorers.ts';
import { noticeFault, standstillFrom, standstillIsOver } from './standstill.ts';

/** Decides one command about an award, from either way onto the framework to the agreement that puts the provider on it (R32, R37; rows 13-16). */
export const decideAward = decider<Award, BeginAward, ImportAward | AwardCommand, AwardFacts>(
  awardMachine,
  {
    'import-award': (command, facts, now) => imported(command, facts, now),
    'propose-award': (command, facts) => {
      const { frameworkRef, providerRef, providerName, roundRef, applicationRef, prices, services, by } = command;
      const lots = proposedLots(command, facts);
      if ('ok' in lots) return lots;
      const source = { kind: 'round', roundRef, applicationRef } as const;
      const evaluators = facts.evaluation?.evaluators ?? [];
      return {
        state: proposed({ frameworkRef, providerRef, providerName, source, lots, prices, services, by, evaluators }),
        what: `Proposed out of round ${roundRef}`,
      };
    },
  },
  {
    'import-award': (_present, command, facts, now) => imported(command, facts, now),
    'record-exclusion-check': (present, { outcome, debarmentListCheckedOn, reason, by }, { approvers }, now) => {
      const check = { outcome, debarmentListCheckedOn, reason };
      return (
        checkFault(check, toLondonDate(now)) ?? {
          state: { ...present, exclusionCheck: { ...check, checkedBy: by.name } },
          what: { clear: 'Not excluded', 'self-cleaned': 'Not excluded, though a ground applied', excluded: 'Excluded' }[outcome],
          comment: reason,
          works:
            present.status === 'proposed' && outcome !== 'excluded'
              ? whoMayDecide(present, approvers).map((approver) => ({ kind: 'ask-award-approval', to: personKey(approver) }))
              : [],
        }
      );
    },
    'approve-award': (present, { by, comment }, facts, now) => {
      const decidedOn = present.source.kind === 'portal' ? present.source.decidedOn : undefined;
      const fault = firstFault(
        notTheirs(present, by),
        notClear(present.exclusionCheck, toLondonDate(now)),
        frameworkFault(facts, decidedOn),
        lotsGone(present, facts),
        comment === undefined || comment === '' ? undefined : textFault(comment, 'your comment', '/comment'),
      );
      return (
        fault ?? {
          state: { ...present, status: 'approved' },
          what: 'Approved',
          comment: comment === '' ? undefined : comment,
          works: [
            { kind: 'note-outcomes' },
            { kind: 'refresh-award-cards' },
            { kind: 'tell', audience: 'commissioners', news: 'award-approved' },
          ],
        }
      );
    },
    'reject-award': (present, { by, reason }) =>
      firstFault(notTheirs(present, by), textFault(reason, 'why the award is rejected', '/reason')) ?? {
        state: { ...present, status: 'rejected' },
        what: 'Rejected',
        comment: reason,
        works: [
          { kind: 'note-outcomes' },
          { kind: 'refresh-award-cards' },
          { kind: 'tell', audience: 'commissioners', news: 'award-rejected' },
        ],
      },
    'begin-standstill': (present, { noticePublishedOn }, { framework }, now) => {
      const fault = noticeFault(noticePublishedOn, toLondonDate(now), '/noticePublishedOn');
      if (fault) return fault;
      const standstill = standstillFrom(noticePublishedOn, framework.terms.standstillWorkingDays);
      return {
        state: { ...present, status: 'standstill', standstill },
        what: standstill.lastDay ? `Standstill until the end of ${formatDate(standstill.lastDay)}` : 'No standstill kept',
        // R32: a standstill is for those who lost.
        works: [
          { kind: 'tell', audience: 'provider', news: 'award-standstill-begun' },
          ...(present.source.kind === 'round'
            ? [{ kind: 'tell', audience: 'all-applicants', news: 'award-standstill-begun' } as const]
            : []),
        ],
      };
    },
    'note-standstill-over': (present, _command, _facts, now) => {
      if (present.standstillOver) return refused('already-made', 'The end of the standstill was noted before.');
      return present.standstill && standstillIsOver(present.standstill, toLondonDate(now))
        ? {
            state: { ...present, standstillOver: true },
            what: 'Standstill over',
            works: [{ kind: 'tell', audience: 'commissioners', news: 'award-standstill-over' }],
          }
        : refused('standstill-not-over', 'The standstill is not over yet.');
    },
    'send-agreement': (present, { documentUrl, sentOn }, facts, now) =>
      firstFault(
        sendingFault(present, sentOn, toLondonDate(now)),
        strangeRates(present, facts),
        linkFault(documentUrl, 'where the agreement lies', '/documentUrl'),
        pricesAreHeld(present, facts.book, 'reserved')
          ? undefined
          : refused('prices-not-reserved', 'Reserve the prices of the award in the price book first.'),
      ) ?? {
        state: { ...present, status: 'agreement-sent', agreement: { documentUrl, sentOn } },
        what: 'Agreement sent',
        works: [{ kind: 'send-agreement' }],
      },
    'record-signature': (present, { signedOn, signatory, signedUrl }, _facts, now) => {
      const { agreement } = present;
      const isInOrder = agreement && compareDates(agreement.sentOn, signedOn) <= 0 && compareDates(signedOn, toLondonDate(now)) <= 0;
      if (!isInOrder) return refused('dates-not-allowed', 'Enter a day from the sending of the agreement to today.', '/signedOn');
      return (
        firstFault(
          textFault(signatory.name, 'the name of who signed', '/signatory/name', 255),
          textFault(signatory.position, 'the position of who signed', '/signatory/position', 255),
          linkFault(signedUrl, 'where the signed copy lies', '/signedUrl'),
        ) ?? {
          state: { ...present, status: 'signed', agreement: { ...agreement, signedOn, signatory, signedUrl } },
          what: 'Signed by the provider',
          works: [{ kind: 'tell', audience: 'commissioners', news: 'award-signed' }],
        }
      );
    },
    countersign: (present, _command, facts, now) => {
      const { book, framework, provider, services } = facts;
      const today = toLondonDate(now);
      const { agreement } = present;
      const fault = firstFault(
        notClear(present.exclusionCheck, today),
        hasEnded(framework, today),
        notAdmissible(present, provider),
        servicesFault(present, services),
        strangeRates(present, facts),
        pricesAreHeld(present, book, 'reserved')
          ? undefined
          : refused('prices-not-reserved', 'The prices of the award are not reserved any more. Set the award aside.'),
      );
      if (fault || !agreement) return fault ?? refused('not-in-this-state', 'There is no signed agreement.');
      return {
        state: { ...present, status: 'countersigned', agreement: { ...agreement, countersignedOn: today } },
        what: 'Countersigned: lots and prices are being entered',
        works: [...enablementWorks(present), { kind: 'tell', audience: 'provider', news: 'award-countersigned' }],
      };
    },
    'confirm-in-force': (present, _command, facts) =>
      isCarriedOut(present, facts)
        ? {
            state: { ...present, status: 'in-force' },
            what: 'In force',
            works: [{ kind: 'tell', audience: 'commissioners', news: 'award-in-force' }],
          }
        : refused('writes-not-done', 'The lots, services and prices of this award are not all in their lists yet.'),
    'set-aside-award': (present, { reason }) =>
      textFault(reason, 'why the award is set aside', '/reason') ?? {
        state: { ...present, status: 'set-aside' },
        what: 'Set aside',
        comment: reason,
        works: [
          { kind: 'release-prices', bookRef: priceBookRef(present.frameworkRef, present.providerRef) },
          { kind: 'note-outcomes' },
          { kind: 'tell', audience: 'provider', news: 'award-set-aside' },
        ],
      },
  },
);

/** An award as it begins, by either way. */
const proposed = ({
  by,
  evaluators,
  ...told
}: Pick<Award, 'frameworkRef' | 'providerRef' | 'providerName' | 'source' | 'lots' | 'prices' | 'services'> & {
  readonly by: Person;
  readonly evaluators: readonly PersonId[];
}): Change<Award>['state'] => ({
  ...told,
  ref: awardRef(
    told.providerRef,
    told.source,
    told.lots.map(({ lotKey }) => lotKey),
  ),
  status: 'proposed',
  proposedBy: idOf(by),
  evaluators: evaluators.map(idOf),
});

/** An import is the start of an award, or the start again of one that was typed wrong and rejected. */
const imported = (command: ImportAward, facts: AwardFacts, now: string): Change<Award> | Refusal => {
  const { frameworkRef, providerRef, providerName, portal, noticeId, evidenceUrl, decidedOn, lots, prices, services, scorers, by } =
    command;
  const evaluators = councilScorers(scorers);
  const source = { kind: 'portal', portal, noticeId, evidenceUrl, decidedOn } as const;
  return (
    importFault(command, facts, toLondonDate(now)) ?? {
      state: proposed({ frameworkRef, providerRef, providerName, source, lots, prices, services, by, evaluators }),
      what: `Imported from ${portal}, notice ${noticeId}`,
      comment: scorersSentence(scorers, facts.members),
    }
  );
};

const idOf = ({ tenantId, objectId }: { readonly tenantId: string; readonly objectId: string }) => ({ tenantId, objectId });

/** Nobody decides an award that they helped to evaluate, or that they proposed. */
const notTheirs = (award: Award, by: Person): Refusal | undefined => {
  if (award.evaluators.some((evaluator) => samePerson(evaluator, by)))
    return refused(
      'evaluator-cannot-approve',
      'You took part in the evaluation of this application, so someone else must decide about the award.',
    );
  return samePerson(award.proposedBy, by)
    ? refused('proposer-cannot-approve', 'You put this award forward, so someone else must decide about it.')
    : undefined;
};

/** Who of the award approvers neither scored nor proposed this award. */
export const whoMayDecide = <P extends PersonId>(award: Pick<Award, 'evaluators' | 'proposedBy'>, approvers: readonly P[]): readonly P[] =>
  approvers.filter((approver) => ![...award.evaluators, award.proposedBy].some((involved) => samePerson(involved, approver)));

/** An applicant may withdraw a lot until its award is approved. */
const lotsGone = ({ source, lots }: Award, { evaluation }: AwardFacts): Refusal | undefined => {
  if (source.kind === 'portal') return undefined;
  const gone = lots.find(({ lotKey }) => evaluation?.lots.find((lot) => lot.lotKey === lotKey)?.status !== 'recommended');
  return (
    gone && refused('not-recommended', `The application for lot ${gone.lotKey} was withdrawn. Reject this award and propose the others.`)
  );
};

/** R32: an agreement goes out after the last day of the standstill. One that went out on paper carries its own day. */
const sendingFault = ({ standstill }: Award, sentOn: LocalDate, today: LocalDate): Refusal | undefined => {
  if (!standstill || !standstillIsOver(standstill, sentOn))
    return refused(
      'standstill-not-over',
      `The standstill lasts until the end of ${standstill?.lastDay ? formatDate(standstill.lastDay) : 'its last day'}. Nothing is sent or signed before.`,
      '/sentOn',
    );
  return compareDates(sentOn, today) <= 0 && compareDates(standstill.noticePublishedOn, sentOn) <= 0
    ? undefined
    : refused('dates-not-allowed', 'Enter the day on which the agreement was sent: not after today.', '/sentOn');
};

/** Nothing may be refused once it is countersigned: the provider is there to be admitted. */
const notAdmissible = ({ providerRef, providerName }: Award, provider: AwardFacts['provider']): Refusal | undefined =>
  provider && provider.status !== 'removed'
    ? undefined
    : refused(
        'provider-not-known',
        provider
          ? 'The provider was removed. Set the award aside.'
          : `Enter ${providerName} in the list of providers first, under the reference ${providerRef}.`,
      );

const hasEnded = ({ status, terms }: AwardFacts['framework'], today: LocalDate): Refusal | undefined =>
  status === 'expired' || status === 'cancelled' || compareDates(today, terms.expiresOn) > 0
    ? refused('framework-not-taking-awards', 'The framework has ended, so there is nothing to sign for.')
    : undefined;
