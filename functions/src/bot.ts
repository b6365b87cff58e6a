import { randomUUID } from 'node:crypto';
import { noticePlace } from '@ap/shared/contract/notice-place';
import type { Place } from '@ap/shared/contract/place';
import { type LinkTargets, pageLink, placeLink } from '@ap/shared/contract/place-link';
import type { BotSupplies } from './adapters/teams/inbound.ts';
import { answerApprovalCard, isDecision } from './approvals/answer-approval-card.ts';
import { answerAwardCard } from './awards/answer-award-card.ts';
import { awardVerbs } from './awards/award-card.ts';
import { myRequestsCard, waitingCard } from './call-offs/request-list-cards.ts';
import { endStart, offerStart } from './call-offs/start-request.ts';
import { forVerbs } from './cards/card-click.ts';
import { answerMessage } from './conversation/answer-message.ts';
import { sayElsewhere, welcome } from './conversation/welcome.ts';
import { findProvision } from './directory/find-provision.ts';
import { unfoldLink } from './directory/unfold-link.ts';
import { asErrand, unitsOfCommand } from './http/errand.ts';
import { teamsCaller } from './http/teams-caller.ts';
import type { Ports } from './ports/ports.ts';
import { answerChangeCard } from './provider-changes/answer-change-card.ts';
import { changeVerbs } from './provider-changes/change-card.ts';
import { answerConcernCard } from './quality/answer-concern-card.ts';
import { answerHoldCard } from './quality/answer-hold-card.ts';
import { concernVerbs } from './quality/concern-card.ts';
import { holdVerbs } from './quality/hold-card.ts';
import { concernLinks } from './register-concerns.ts';
import { answerSurveyCard } from './surveys/answer-survey-card.ts';
import { surveyVerbs } from './surveys/survey-card.ts';

/** What the bot does with each kind of activity, joined from the features: who acts is the person of the verified activity. */
export const botSupplies = (ports: Ports, targets: LinkTargets, verify: BotSupplies['verify']): BotSupplies => {
  const link = (place: Place): string => placeLink(targets, place);
  const callOffLink = (ref: string): string => link({ at: 'call-off', ref });
  const serviceLink = (serviceRef: string): string => link({ at: 'service', serviceRef });
  const callerOf = teamsCaller(ports.buyers);
  const find = findProvision(ports, serviceLink);
  const unfold = unfoldLink(ports, targets.pages, serviceLink);
  const offer = offerStart(ports, (serviceRef) => pageLink(targets, { at: 'start', serviceRef }));
  const draftLink = (draftId: string, serviceRef: string): string => link({ at: 'request', draftId, serviceRef });
  const end = endStart(ports, draftLink);
  const requestLinks = { callOff: callOffLink, draft: draftLink, mine: link({ at: 'my-requests' }), waiting: link({ at: 'waiting' }) };
  const talk = {
    callerOf,
    myRequests: myRequestsCard(ports, requestLinks),
    waitingForMe: waitingCard(ports, requestLinks),
    links: { directory: link({ at: 'directory', search: '' }), waiting: requestLinks.waiting, access: link({ at: 'access' }) },
  };
  const others = (search: string): string => link({ at: 'directory', search });
  const approvals = answerApprovalCard(ports, { page: callOffLink, others }, randomUUID);
  const holds = forVerbs(holdVerbs, answerHoldCard(ports, callOffLink, randomUUID));
  const changes = forVerbs(changeVerbs, answerChangeCard(ports, randomUUID));
  const concerns = forVerbs(concernVerbs, answerConcernCard(ports, concernLinks(targets).onCard, randomUUID));
  const awards = forVerbs(awardVerbs, answerAwardCard(ports, randomUUID));
  const surveyLink = (ref: string): string => link(noticePlace({ at: 'survey', ref }));
  const surveys = forVerbs(surveyVerbs, answerSurveyCard(ports, callerOf, surveyLink, randomUUID));
  return {
    verify,
    answerCard: (click) =>
      changes(click) ??
      concerns(click) ??
      awards(click) ??
      surveys(click) ??
      holds(click) ??
      (isDecision(click.verb) ? asErrand(unitsOfCommand, () => approvals(click)) : approvals(click)),
    compose: {
      search: async (query, by) => find(await callerOf(by), query),
      unfold: async (url, by) => {
        await callerOf(by);
        return unfold(url);
      },
    },
    dialogs: {
      open: async (data, by) => offer(await callerOf(by), data),
      end: async (data, by) => end(await callerOf(by), data),
    },
    talk: { answer: answerMessage(talk), welcome: welcome(ports, talk), sayElsewhere: sayElsewhere(ports, talk) },
    cards: ports.cards,
    log: ports.log,
  };
};
