import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  actOnEnquiry as actDeclared,
  EnquiryReply,
  getEnquiry as getDeclared,
  listEnquiries as listDeclared,
  sendEnquiry as sendDeclared,
} from '@ap/shared/contract/enquiries';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { decideEnquiry } from '@ap/shared/domain/enquiries/decide-enquiry';
import type { Enquiry } from '@ap/shared/domain/enquiries/enquiry';
import { type AskableService, type EnquiryFacts, enquiryRolesOf } from '@ap/shared/domain/enquiries/enquiry-command';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { createRecord, runOnRecord } from '../commands/run-record.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { enquiriesHome } from './enquiries-home.ts';
import { maySee, toReply, toSummary } from './enquiry-view.ts';

/** A missing enquiry and one that is not theirs to see are answered alike. */
const noSuchEnquiry = (): ProblemError => new ProblemError('not-found', 'There is no such enquiry, or it is not yours to see.');

/** The newest first. No school sees another's. */
export const listEnquiries =
  ({ enquiries }: Pick<Ports, 'enquiries'>) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => ({
    enquiries: (await enquiries.known())
      .map(({ state }) => state)
      .filter((state) => maySee(state, caller))
      .sort((a, b) => b.sentAt.localeCompare(a.sentAt))
      .map(toSummary),
  });

export const getEnquiry =
  ({ enquiries }: Pick<Ports, 'enquiries'>) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<EnquiryReply> => {
    const found = await enquiries.find(params.ref);
    if (!found || !maySee(found.state, caller)) throw noSuchEnquiry();
    return toReply(found.state, caller);
  };

/** In which roles a person acts, by the lists as they are now. Only who is a commissioner by their sign-in is looked up as one. */
const rolesOf = async (ports: Pick<Ports, 'buyers'>, caller: Caller, buyerRef: string): Promise<EnquiryFacts['roles']> => {
  const [members, councilMembers] = await Promise.all([
    ports.buyers.members(buyerRef, 'fresh'),
    caller.commissioner ? ports.buyers.councilMembers('fresh') : [],
  ]);
  return enquiryRolesOf(caller.person, buyerRef, { members, councilMembers });
};

/** Whether services may be ordered, read from the lists now, priced on the day from which they are asked for. */
const askable = async (ports: Ports, serviceRefs: readonly string[], from: LocalDate | undefined): Promise<readonly AskableService[]> => {
  const today = toLondonDate(ports.clock.now());
  return Promise.all(
    [...new Set(serviceRefs)].map(async (serviceRef) => ({
      serviceRef,
      listing: listingOf(await ports.providers.facts(serviceRef, 'fresh'), today, from ?? today),
    })),
  );
};

/** Sends an enquiry, once for each key of a person. */
export const sendEnquiry =
  (ports: Ports) =>
  async ({ caller, body, key }: Call<typeof sendDeclared>): Promise<EnquiryReply> => {
    const given = { by: caller.person, key, content: body };
    const { state } = await createRecord(ports, enquiriesHome(ports), 'EN', given, async (ref, command) => {
      const competing = body.about === 'competition' ? body.question.startDate : undefined;
      const [roles, buyer, services] = await Promise.all([
        rolesOf(ports, caller, body.buyerRef),
        ports.buyers.buyer(body.buyerRef, 'fresh'),
        askable(ports, body.serviceRefs, competing),
      ]);
      return decideEnquiry(undefined, { ...command, ...body, kind: 'send-enquiry', ref }, { roles, buyer, services }, command.now);
    });
    return toReply(state, caller);
  };

type Act = BodyOf<typeof actDeclared>;

const onTheir = async (ports: Ports, caller: Caller, present: Enquiry, act: Act): Promise<EnquiryFacts> => {
  if (!maySee(present, caller)) throw noSuchEnquiry();
  const roles = await rolesOf(ports, caller, present.buyerRef);
  // What only the buyer's staff may do is not told to others as if it were there for them.
  if (act.kind !== 'answer-for-council' && !roles.includes('buyer')) throw noSuchEnquiry();
  return { roles };
};

/** What the buyer's staff, or a commissioner who was asked, do with an enquiry. */
export const actOnEnquiry =
  (ports: Ports) =>
  async ({ caller, params, body, key }: Call<typeof actDeclared>): Promise<EnquiryReply> => {
    const given = { ref: params.ref, by: caller.person, key, content: body };
    const { state } = await runOnRecord(ports, enquiriesHome(ports), given, async (present, command) =>
      decideEnquiry(present, { ...command, ...body }, await onTheir(ports, caller, present, body), command.now),
    );
    // A repeat of a key is answered as it was, but to nobody who may not see it.
    if (!maySee(state, caller)) throw noSuchEnquiry();
    return toReply(state, caller);
  };
