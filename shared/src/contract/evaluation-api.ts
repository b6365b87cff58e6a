import {
  assignEvaluator,
  declareInterest,
  getEvaluation,
  getLotApplication,
  getOwnSheet,
  getRanking,
  listOwnSheets,
  moderateLot,
  recordRanking,
  saveScores,
  setRankingAside,
  standDownEvaluator,
  submitScores,
  withdrawLot,
} from './evaluation.ts';

/** Operations of the evaluation workspace. Apart from `commissioningApi`, for evaluators need not be commissioners and load nothing of theirs. */
export const evaluationApi = {
  listOwnSheets,
  getOwnSheet,
  declareInterest,
  saveScores,
  submitScores,
  getEvaluation,
  getLotApplication,
  assignEvaluator,
  standDownEvaluator,
  moderateLot,
  withdrawLot,
  getRanking,
  recordRanking,
  setRankingAside,
} as const;
