import { evaluationApi } from '@ap/shared/contract/evaluation-api';
import type { Outbox } from './effects/outbox.ts';
import { rankingPerformers } from './evaluation/evaluation-effects.ts';
import { lotApplicationPerformers, scoreSheetPerformers } from './evaluation/evaluation-news.ts';
import { listEvaluations } from './evaluation/evaluations.ts';
import { declareInterest, getOwnSheet, listOwnSheets, saveScores, submitScores } from './evaluation/own-sheets.ts';
import { assignEvaluator, getEvaluation, getLotApplication, moderateLot, standDownEvaluator, withdrawLot } from './evaluation/panel.ts';
import { getRanking, recordRanking, setRankingAside } from './evaluation/ranking.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { tenderOutbox } from './tenders/tender-outboxes.ts';

/** The outboxes of the records of an evaluation. */
export const evaluationOutboxes = (ports: Ports): readonly Outbox[] => [
  tenderOutbox(ports, 'lotApplications', lotApplicationPerformers(ports)),
  tenderOutbox(ports, 'scoreSheets', scoreSheetPerformers(ports)),
  tenderOutbox(ports, 'rankings', rankingPerformers(ports)),
];

/** Joins the evaluation workspace to its use cases. Answers with its outboxes. */
export const registerEvaluation = (ports: Ports, supplies: RouteSupplies): readonly Outbox[] => {
  route(evaluationApi.listOwnSheets, supplies, listOwnSheets(ports));
  route(evaluationApi.getOwnSheet, supplies, getOwnSheet(ports));
  route(evaluationApi.declareInterest, supplies, declareInterest(ports));
  route(evaluationApi.saveScores, supplies, saveScores(ports));
  route(evaluationApi.submitScores, supplies, submitScores(ports));
  route(evaluationApi.listEvaluations, supplies, listEvaluations(ports));
  route(evaluationApi.getEvaluation, supplies, getEvaluation(ports));
  route(evaluationApi.getLotApplication, supplies, getLotApplication(ports));
  route(evaluationApi.assignEvaluator, supplies, assignEvaluator(ports));
  route(evaluationApi.standDownEvaluator, supplies, standDownEvaluator(ports));
  route(evaluationApi.moderateLot, supplies, moderateLot(ports));
  route(evaluationApi.withdrawLot, supplies, withdrawLot(ports));
  route(evaluationApi.getRanking, supplies, getRanking(ports));
  route(evaluationApi.recordRanking, supplies, recordRanking(ports));
  route(evaluationApi.setRankingAside, supplies, setRankingAside(ports));
  return evaluationOutboxes(ports);
};
