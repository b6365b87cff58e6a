import { askForAccess, changeMember, findBuyers, listMembers } from './access.ts';
import { listCallOffs } from './call-off-summary.ts';
import {
  answerOrder,
  answerOrderHold,
  decideApproval,
  getCallOff,
  quoteCallOff,
  remindApprover,
  resubmitCallOff,
  sendHeldOrder,
  settleMessages,
  submitCallOff,
  undoWithdrawal,
  withdrawCallOff,
} from './call-offs.ts';
import { searchDirectory } from './directory.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import { getMe } from './me.ts';
import { getService } from './service.ts';
import { addToShortlist, getShortlist, removeFromShortlist } from './shortlist.ts';

/** Every operation of the API for people. The bot's endpoint is not among them: it answers the Bot Connector only. */
export const api = {
  getMe,
  findBuyers,
  askForAccess,
  listMembers,
  changeMember,
  searchDirectory,
  getService,
  getShortlist,
  addToShortlist,
  removeFromShortlist,
  quoteCallOff,
  listDrafts,
  getDraft,
  saveDraft,
  discardDraft,
  submitCallOff,
  resubmitCallOff,
  listCallOffs,
  getCallOff,
  decideApproval,
  withdrawCallOff,
  undoWithdrawal,
  remindApprover,
  answerOrder,
  answerOrderHold,
  sendHeldOrder,
  settleMessages,
} as const;
export type Api = typeof api;
