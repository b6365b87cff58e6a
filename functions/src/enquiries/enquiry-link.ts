import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { AskedReply, answerEnquiry as answerDeclared, viewEnquiry as viewDeclared } from '@ap/shared/contract/enquiry-links';
import { decideEnquiry } from '@ap/shared/domain/enquiries/decide-enquiry';
import type { Enquiry } from '@ap/shared/domain/enquiries/enquiry';
import { linkHolder } from '@ap/shared/domain/people/person';
import { openLink } from '../commands/open-link.ts';
import { renewLink } from '../commands/renew-link.ts';
import { runOnRecord } from '../commands/run-record.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { enquiriesHome } from './enquiries-home.ts';
import { toProviderReply } from './enquiry-view.ts';

/** The address of the page for a link. */
export type EnquiryPage = (linkId: string, secret: string) => string;

const scope = 'enquiry';

/** What a link is about: one provider in one enquiry. Neither reference holds a dot. */
const subjectOf = (ref: string, providerRef: string): string => `${ref}.${providerRef}`;
const readSubject = (subject: string): { readonly ref: string; readonly providerRef: string } => {
  const [ref = '', providerRef = ''] = subject.split('.');
  return { ref, providerRef };
};

const notOpen = (): ProblemError =>
  new ProblemError('link-not-open', 'This link cannot be used any more. Ask the commissioning team to send you a new one.');

/** The address of a new link for one provider; the one before opens nothing any more. */
export const newEnquiryLink = async (
  ports: Pick<Ports, 'links' | 'secrets' | 'clock'>,
  ref: string,
  providerRef: string,
  pageOf: EnquiryPage,
): Promise<string> => {
  const { link, secret } = await renewLink(ports, scope, subjectOf(ref, providerRef), ports.clock.now());
  return pageOf(link.linkId, secret);
};

const replyOf = async (ports: Ports, enquiry: Enquiry, providerRef: string): Promise<AskedReply> => {
  const asked = enquiry.asked.find((each) => each.providerRef === providerRef);
  if (!asked) throw notOpen();
  return toProviderReply(enquiry, asked, ports.clock.now(), await ports.policies.commissioningPhone());
};

/** Shows the holder of a link the enquiry, its own answer, and how it ended. Changes nothing. */
export const viewEnquiry =
  (ports: Ports) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const { ref, providerRef } = readSubject(link.subject);
    const found = await ports.enquiries.find(ref);
    if (!found) throw notOpen();
    return replyOf(ports, found.state, providerRef);
  };

/**
 * Takes the answer of the holder of a link. The record says whether it may still answer: whoever is undecided may once more, by the same link. A repeat ends
 * in the one answer; the link stays to show how it ended.
 */
export const answerEnquiry =
  (ports: Ports) =>
  async ({ body, key }: LinkCall<typeof answerDeclared>): Promise<ReplyOf<typeof answerDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const { ref, providerRef } = readSubject(link.subject);
    const { answer, answerer } = body;
    const words = `${answerer.name}, ${answerer.position}`;
    const given = { ref, by: linkHolder(link.linkId, words), key, content: { answer, answerer } };
    const { state } = await runOnRecord(ports, enquiriesHome(ports), given, async (present, command) =>
      decideEnquiry(
        present,
        { ...command, kind: 'answer-enquiry', providerRef, answer, answerer: words },
        { roles: ['provider'] },
        command.now,
      ),
    );
    return replyOf(ports, state, providerRef);
  };
