import type {
  discardDraft as discardDeclared,
  getDraft as getDeclared,
  listDrafts as listDeclared,
  saveDraft as saveDeclared,
} from '@ap/shared/contract/drafts';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { allowedIn, typedDays } from '@ap/shared/domain/call-off/request-texts';
import type { PersonId } from '@ap/shared/domain/people/person';
import { checkPupilReference } from '@ap/shared/domain/pupils/pupil-reference';
import { screenFreeText } from '@ap/shared/domain/pupils/screen-free-text';
import { hasRoleAt } from '../http/caller.ts';
import { pointerTo } from '../http/pointer-to.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { StoredDraft } from '../ports/kept.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'drafts' | 'clock' | 'providers'>;

export const listDrafts =
  ({ drafts }: Pick<Needs, 'drafts'>) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => ({
    drafts: [...(await drafts.list(caller.person))].sort((a, b) => b.savedAt.localeCompare(a.savedAt)),
  });

export const getDraft =
  ({ drafts }: Pick<Needs, 'drafts'>) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const found = await drafts.get(caller.person, params.draftId);
    if (!found) throw new ProblemError('not-found', 'There is no such draft. It may have been sent or discarded.');
    return found;
  };

/** Why a typed answer may not be kept (R40); `undefined` when it may. A reference may still be unfinished, but never an identity. */
const namesPupil = (field: string, value: string): string | undefined => {
  if (typedDays.includes(field)) return undefined;
  if (field === 'pupilRef') {
    const checked = checkPupilReference(value);
    return checked.ok || checked.found === 'pattern' ? undefined : checked.sentence;
  }
  const screened = screenFreeText(value, allowedIn(field));
  return screened.ok ? undefined : screened.sentence;
};

/** What a keeper of drafts is sure to hold: a property of a table row takes 32,768 characters. */
const longestAnswers = 30_000;

/** Keeps what was typed, unless it names a pupil (R40): that is refused before it is stored anywhere. */
export const saveDraft =
  (ports: Needs) =>
  async ({ caller, params, body }: Call<typeof saveDeclared>): Promise<ReplyOf<typeof saveDeclared>> => {
    if (!hasRoleAt(caller, body.buyerRef, 'requester'))
      throw new ProblemError('not-a-requester', 'You cannot raise requests for this school or department. Ask its contact for access.', {
        pointer: '/buyerRef',
      });
    if (JSON.stringify(body.answers).length > longestAnswers)
      throw new ProblemError('body-too-large', 'A draft cannot hold this much. Shorten the longest texts.', { pointer: '/answers' });
    for (const [field, value] of Object.entries(body.answers)) {
      const texts = [value].flat().filter((one) => typeof one === 'string');
      const sentence = texts.map((text) => namesPupil(field, text)).find((one) => one !== undefined);
      if (sentence !== undefined) throw new ProblemError('text-names-a-pupil', sentence, { pointer: `/answers${pointerTo([field])}` });
    }
    const { service } = await ports.providers.facts(body.serviceRef, 'known');
    if (!service) throw new ProblemError('not-found', 'There is no such service.', { pointer: '/serviceRef' });
    const draft: StoredDraft = {
      draftId: params.draftId,
      serviceRef: body.serviceRef,
      serviceName: service.name,
      buyerRef: body.buyerRef,
      ...(body.callOffRef === undefined ? {} : { callOffRef: body.callOffRef }),
      answers: body.answers,
      savedAt: ports.clock.now(),
    };
    await ports.drafts.save(caller.person, draft);
    return draft;
  };

export const discardDraft =
  ({ drafts }: Pick<Needs, 'drafts'>) =>
  async ({ caller, params }: Call<typeof discardDeclared>): Promise<ReplyOf<typeof discardDeclared>> => ({
    discarded: await drafts.discard(caller.person, params.draftId),
  });

/**
 * Discards the draft that has just been sent: its id is the command's key. What was sent stands whether or not this works, and sent
 * again the draft names the same call-off, so a failure is logged and not thrown.
 */
export const discardSentDraft = async ({ drafts, log }: Pick<Ports, 'drafts' | 'log'>, owner: PersonId, draftId: string): Promise<void> => {
  try {
    await drafts.discard(owner, draftId);
  } catch (error) {
    log.event('warning', 'sent-draft-kept', { draftId, error: error instanceof Error ? error.name : 'unknown' });
  }
};
