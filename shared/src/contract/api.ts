import {
  answerOrder,
  decideApproval,
  getCallOff,
  listCallOffs,
  quoteCallOff,
  remindApprover,
  resubmitCallOff,
  sendHeldOrder,
  settleMessages,
  submitCallOff,
  undoWithdrawal,
  withdrawCallOff,
} from './call-offs.ts';
import { getService, searchDirectory } from './directory.ts';
import { discardDraft, getDraft, listDrafts, saveDraft } from './drafts.ts';
import { askForAccess, changeMember, findBuyers, getMe, listMembers } from './me.ts';
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
  sendHeldOrder,
  settleMessages,
} as const;
export type Api = typeof api;
