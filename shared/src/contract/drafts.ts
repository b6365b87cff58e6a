import * as z from 'zod/mini';
import { endpoint, type Told } from './endpoint.ts';
import { refShape } from './values.ts';

const draftId = z.object({ draftId: z.string().check(z.regex(/^[0-9a-f-]{36}$/, 'is not a draft')) });

/** What the form holds, as typed: any part may be missing or wrong until it is sent. Values are strings, as the fields keep them. */
export const draftAnswers = z.record(
  z.string().check(z.maxLength(40)),
  z.union([z.string().check(z.maxLength(2000)), z.boolean(), z.array(z.string().check(z.maxLength(40))).check(z.maxLength(40))]),
);
export type DraftAnswers = Told<z.infer<typeof draftAnswers>>;

export const draftShape = z.object({
  draftId: z.string(),
  serviceRef: z.string(),
  serviceName: z.string(),
  buyerRef: z.string(),
  /** The returned request that this draft changes, if any. */
  callOffRef: z.optional(z.string()),
  answers: draftAnswers,
  savedAt: z.string(),
});
export type Draft = Told<z.infer<typeof draftShape>>;

/** Drafts are each person's own: kept on the server, so that a phone's draft goes on at the laptop. Not part of the register. */
export const listDrafts = endpoint({
  name: 'listDrafts',
  summary: 'My drafts',
  method: 'GET',
  path: '/drafts',
  roles: ['requester'],
  openToWebPart: true,
  reply: z.object({ drafts: z.array(draftShape) }),
});

export const getDraft = endpoint({
  name: 'getDraft',
  summary: 'One of my drafts',
  method: 'GET',
  path: '/drafts/{draftId}',
  roles: ['requester'],
  openToWebPart: true,
  params: draftId,
  reply: draftShape,
});

export const saveDraft = endpoint({
  name: 'saveDraft',
  summary: 'Save a draft',
  method: 'PUT',
  path: '/drafts/{draftId}',
  roles: ['requester'],
  openToWebPart: true,
  params: draftId,
  body: z.object({ serviceRef: refShape, buyerRef: refShape, callOffRef: z.optional(refShape), answers: draftAnswers }),
  reply: draftShape,
});

export const discardDraft = endpoint({
  name: 'discardDraft',
  summary: 'Discard a draft',
  method: 'DELETE',
  path: '/drafts/{draftId}',
  roles: ['requester'],
  openToWebPart: true,
  params: draftId,
  reply: z.object({ discarded: z.boolean() }),
});
