import { managedSurveysApi } from '@ap/shared/contract/managed-surveys';
import { surveysApi } from '@ap/shared/contract/surveys';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { answerSurvey } from './surveys/answer-survey.ts';
import { actOnSurvey, getManagedSurvey, listManagedSurveys, listSurveySends, writeSurvey } from './surveys/managed-surveys.ts';
import { responsePerformers, type SurveyLinks, surveyPerformers } from './surveys/send-survey.ts';
import { surveyClock } from './surveys/survey-clock.ts';
import { getSurveyResults } from './surveys/survey-results.ts';
import { getSurvey, listSurveys } from './surveys/surveys.ts';
import { responsesHome, surveysHome } from './surveys/surveys-home.ts';
import { registerTimer } from './triggers.ts';

/** The outboxes of surveys and of what was answered. */
export const surveyOutboxes = (ports: Ports, links: SurveyLinks): readonly Outbox[] => [
  recordOutbox(surveysHome(ports), surveyPerformers(ports, links), ports.log),
  recordOutbox(responsesHome(ports), responsePerformers(ports), ports.log),
];

interface SurveySupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly links: SurveyLinks;
}

/** Joins surveys to their use cases and the clock. Hands back their outboxes for the queue and the sweep. */
export const registerSurveys = ({ ports, supplies, links }: SurveySupplies): readonly Outbox[] => {
  route(surveysApi.listSurveys, supplies, listSurveys(ports));
  route(surveysApi.getSurvey, supplies, getSurvey(ports));
  route(surveysApi.answerSurvey, supplies, answerSurvey(ports));
  route(managedSurveysApi.listManagedSurveys, supplies, listManagedSurveys(ports));
  route(managedSurveysApi.getManagedSurvey, supplies, getManagedSurvey(ports));
  route(managedSurveysApi.listSurveySends, supplies, listSurveySends(ports));
  route(managedSurveysApi.getSurveyResults, supplies, getSurveyResults(ports));
  route(managedSurveysApi.writeSurvey, supplies, writeSurvey(ports));
  route(managedSurveysApi.actOnSurvey, supplies, actOnSurvey(ports));
  registerTimer('surveyClock', surveyClock(ports));
  return surveyOutboxes(ports, links);
};
