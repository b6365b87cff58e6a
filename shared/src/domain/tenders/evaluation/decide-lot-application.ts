import { type PersonId, samePerson } from '../../people/person.ts';
import { refused } from '../../refusal.ts';
import { comparedPrice } from '../application/offer.ts';
import { decider } from '../decider.ts';
import { passes } from '../round/answer.ts';
import { judgedFor, questionsFor } from '../round/question.ts';
import { criteriaOf } from '../round/round.ts';
import { textFault } from '../text.ts';
import { type LotApplication, lotApplicationRef } from './lot-application.ts';
import type { EnterLot, LotApplicationCommand, LotApplicationFacts } from './lot-application-command.ts';
import { lotApplicationMachine } from './lot-application-machine.ts';
import { moderationFault } from './moderation.ts';
import type { ScoreSheet } from './score-sheet.ts';
import { countingSheets } from './sealed-scores.ts';

/** Whoever scored, whoever agreed the marks, and whoever has a conflict of interest: none of them approves the award (row 13). */
const tookPart = (sheets: readonly ScoreSheet[], moderator: PersonId): readonly PersonId[] => {
  const conflicted = sheets.filter(({ status }) => status === 'conflicted');
  const people = [...[...countingSheets(sheets), ...conflicted].map(({ evaluator }) => evaluator), moderator];
  return people
    .filter((person, index) => people.findIndex((other) => samePerson(other, person)) === index)
    .map(({ tenantId, objectId }) => ({ tenantId, objectId }));
};

/** Decides one command about an application for one lot (rows 13 and 14). */
export const decideLotApplication = decider<LotApplication, EnterLot, LotApplicationCommand, LotApplicationFacts>(
  lotApplicationMachine,
  {
    'enter-lot': ({ lotKey }, { round, application }) => {
      const criteria = criteriaOf(round, lotKey);
      const price = criteria && comparedPrice(application.offers, criteria);
      if (application.status !== 'in-evaluation' || !application.lotKeys.includes(lotKey) || price === undefined)
        return refused('lot-not-known', `This application does not apply for lot ${lotKey}, or is not in evaluation.`);
      return {
        state: {
          ref: lotApplicationRef(application.ref, lotKey),
          status: 'in-evaluation',
          roundRef: round.ref,
          applicationRef: application.ref,
          providerRef: application.providerRef,
          providerName: application.providerName,
          lotKey,
          price,
          failedBy: questionsFor(round.questionSet, [lotKey])
            .filter((question) => passes(question, application.answers[question.key]) === 'fail')
            .map(({ key }) => key),
        },
        what: 'Entered for evaluation',
      };
    },
  },
  {
    moderate: (present, { marks, by }, { round, sheets }) =>
      moderationFault(judgedFor(round.questionSet, present.lotKey), sheets, marks) ?? {
        state: {
          ...present,
          status: 'moderated',
          moderation: {
            marks,
            evaluators: tookPart(sheets, by),
          },
        },
        what: 'Scores moderated',
      },
    'note-ranking': (present, _command, { ranked }) =>
      ranked
        ? {
            state: { ...present, status: ranked.recommended ? 'recommended' : 'not-recommended' },
            what: ranked.recommended ? 'Recommended for award' : 'Not recommended',
          }
        : refused('not-ranked', 'The ranking of this lot is not recorded yet.'),
    'clear-ranking': (present, _command, { ranked }) =>
      ranked
        ? refused('not-yet', 'The ranking of this lot stands.')
        : { state: { ...present, status: 'moderated' }, what: 'Ranking set aside' },
    'note-award': (present, _command, { award }) => {
      if (award === undefined || award === 'proposed') return refused('not-yet', 'The award is not decided yet.');
      const isLost = award === 'rejected' || award === 'set-aside';
      if (!isLost && present.status === 'approved') return refused('already-made', 'The approval of the award was taken over before.');
      return {
        state: { ...present, status: isLost ? 'rejected' : 'approved' },
        what: isLost ? 'Award rejected' : 'Award approved',
        works: [{ kind: 'tell', audience: 'applicant', news: 'lot-decided' }],
      };
    },
    'withdraw-lot': (present, { reason }, { award }) => {
      if (award !== undefined && award !== 'proposed' && award !== 'rejected' && award !== 'set-aside')
        return refused('not-in-this-state', 'The award is approved. Set the award aside instead.');
      return (
        textFault(reason, 'why it is withdrawn', '/reason') ?? {
          state: { ...present, status: 'withdrawn' },
          what: 'Withdrawn',
          comment: reason,
          works: [{ kind: 'tell', audience: 'panel', news: 'lot-withdrawn' }],
        }
      );
    },
  },
);
