import { decideConcern, getConcern, listConcerns } from './concerns.ts';
import { listCouncilMembers } from './council-members.ts';
import { checkImport, confirmImport, getImport, getImportErrors, getImportTemplate, stopImport } from './imports.ts';
import { endOverride, listLimits, recordOverride, recordPupilsElsewhere } from './limits.ts';
import { decideProviderChange, listProviderChanges, sendProviderLink } from './provider-changes.ts';
import { findProviders } from './providers.ts';
import {
  decideCheck,
  decideStanding,
  getPassport,
  getQualityCalendar,
  listHeldProviders,
  listOwnChecks,
  scheduleCheck,
} from './quality.ts';
import { listRegistrationLoads } from './registration-loads.ts';
import {
  amendFramework,
  amendRound,
  answerClarification,
  getRound,
  inviteApplicant,
  listFrameworks,
  listLots,
  listRounds,
  moveFramework,
  moveRound,
  planFramework,
  planRound,
} from './rounds.ts';
import { decideVisit, listVisits, planVisit } from './visits.ts';

/** Operations of commissioners' own screens. Apart from `api`, so that nobody else's browser loads their shapes. */
export const commissioningApi = {
  findProviders,
  listCouncilMembers,
  sendProviderLink,
  listProviderChanges,
  decideProviderChange,
  checkImport,
  getImport,
  confirmImport,
  stopImport,
  getImportErrors,
  getImportTemplate,
  listConcerns,
  getConcern,
  decideConcern,
  listFrameworks,
  planFramework,
  amendFramework,
  moveFramework,
  listLots,
  listRounds,
  getRound,
  planRound,
  amendRound,
  moveRound,
  answerClarification,
  inviteApplicant,
  scheduleCheck,
  decideCheck,
  getPassport,
  decideStanding,
  getQualityCalendar,
  listHeldProviders,
  listRegistrationLoads,
  listLimits,
  recordOverride,
  endOverride,
  recordPupilsElsewhere,
  listOwnChecks,
  listVisits,
  planVisit,
  decideVisit,
} as const;
