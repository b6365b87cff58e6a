import type {
  AgreementReply,
  answerAgreement as answerDeclared,
  resendAgreement as resendDeclared,
  viewAgreement as viewDeclared,
} from '@ap/shared/contract/awards';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { formatDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { linkHolder, type Person, personKey, theProduct } from '@ap/shared/domain/people/person';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import { openLink, usedBefore, useUpLink } from '../commands/open-link.ts';
import { renewLink } from '../commands/renew-link.ts';
import type { Performed } from '../effects/performed.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';
import { byLink } from '../tenders/roles.ts';
import { mustFind } from '../tenders/tender-facts.ts';
import { frameworkOf } from './award-facts.ts';
import { contactOf } from './award-news.ts';
import { serviceNameIn } from './award-view.ts';
import { type AwardNeeds, commandAward } from './command-award.ts';
import { todayOf } from './price-book-steps.ts';

/** The address of the page for a link. */
export type AgreementPage = (linkId: string, secret: string) => string;

type MailNeeds = Pick<Ports, 'links' | 'secrets' | 'mail' | 'providers' | 'tenders' | 'audit' | 'clock'>;

const scope = 'agreement';

/**
 * Mails the provider its agreement: where it lies, and a link by which it is signed or declined. A link that was mailed before is taken back, so that the
 * effect may come twice. The secret is in the mail and nowhere else.
 */
export const mailAgreement = async (ports: MailNeeds, award: Award, pageOf: AgreementPage, by?: Person): Promise<Performed> => {
  const to = await contactOf(ports, award);
  if (award.status !== 'agreement-sent' || !award.agreement) return { state: 'superseded' };
  if (!to) return { state: 'stuck', reason: 'no-provider' };
  const now = ports.clock.now();
  const { link, secret } = await renewLink(ports, scope, award.ref, now);
  await ports.mail.send({
    to: to.email,
    subject: 'Your agreement is ready to sign',
    html: mailHtml({
      greeting: `Dear ${to.organisation}`,
      paragraphs: [
        `The standstill is over. Your agreement for ${award.lots.map(({ lotKey }) => lotKey).join(', ')} lies here: ${award.agreement.documentUrl}`,
        `Read it, then sign or decline it with the link below. It can be used until ${formatDate(toLondonDate(link.expiresAt))}, by somebody who may sign for your organisation.`,
      ],
      link: { text: 'Sign or decline the agreement', url: pageOf(link.linkId, secret) },
    }),
  });
  await ports.audit.append({
    id: `LINK-${link.linkId}-v1-0`,
    at: now,
    actor: personKey(by ?? theProduct),
    action: 'agreement-link-sent',
    subject: `LINK-${link.linkId}`,
    subjectVersion: 1,
  });
  return { state: 'done' };
};

/** A commissioner mails the agreement again: the mail went astray, or its link is over. */
export const resendAgreement =
  (ports: MailNeeds, pageOf: AgreementPage) =>
  async ({ caller, params }: Call<typeof resendDeclared>): Promise<ReplyOf<typeof resendDeclared>> => {
    const award = (await mustFind(ports.tenders.awards, params.ref)).state;
    const to = await contactOf(ports, award);
    if (!to) throw new ProblemError('not-found', 'The register has no address of this provider. Enter it there first.');
    const sent = await mailAgreement(ports, award, pageOf, caller.person);
    if (sent.state !== 'done') throw new ProblemError('not-in-this-state', 'No agreement of this award waits for a signature.');
    return { sentTo: to.email };
  };

type LinkNeeds = AwardNeeds & Pick<Ports, 'links' | 'secrets'>;

const endedOf = ({ status }: Award): AgreementReply['ended'] =>
  status === 'agreement-sent' ? undefined : status === 'set-aside' ? 'declined' : 'signed';

/** Shows the holder of a link the agreement that waits for its signature. */
export const viewAgreement =
  (ports: LinkNeeds) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const award = (await mustFind(ports.tenders.awards, link.subject)).state;
    const [{ terms }, { services }] = await Promise.all([
      frameworkOf(ports, award.frameworkRef),
      ports.providers.provider(award.providerRef, 'fresh'),
    ]);
    if (!award.agreement) throw notToSign();
    const ended = endedOf(award);
    return {
      providerName: award.providerName,
      frameworkName: terms.name,
      authority: terms.authority,
      documentUrl: award.agreement.documentUrl,
      sentOn: award.agreement.sentOn,
      expiresAt: link.expiresAt,
      lots: award.lots.map(({ lotKey }) => lotKey),
      prices: award.prices.map(({ serviceRef, lotKey, unit, group, price, volumeBands }) => ({
        service: serviceNameIn(award, serviceRef) ?? services.find(({ ref }) => ref === serviceRef)?.name ?? serviceRef,
        lotKey,
        unit,
        ...(group && { group }),
        price,
        ...(volumeBands && { volumeBands }),
      })),
      ...(ended && { ended }),
    };
  };

const notToSign = (): ProblemError =>
  new ProblemError('link-not-open', 'This link cannot be used any more. Ask the commissioning team to send you a new one.');

/**
 * Takes the answer of the holder of a link, once: signed is what the document says under the link that was mailed, so the signed copy is that document. The
 * award turns before the link is used up, under a key that only this link has: a repeat and a crash in between end in the one signature.
 */
export const answerAgreement =
  (ports: LinkNeeds) =>
  async ({ body }: LinkCall<typeof answerDeclared>): Promise<ReplyOf<typeof answerDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const { answer } = body;
    const { agreement } = (await mustFind(ports.tenders.awards, link.subject)).state;
    if (!agreement) throw notToSign();
    const giver = byLink(linkHolder(link.linkId, `${answer.name}, ${answer.position}`), 'provider', link.linkId);
    const { name, position } = answer;
    await commandAward(
      ports,
      giver,
      link.subject,
      answer.kind === 'sign'
        ? { kind: 'record-signature', signedOn: todayOf(ports), signatory: { name, position }, signedUrl: agreement.documentUrl }
        : { kind: 'set-aside-award', reason: `Declined by ${name}, ${position}: ${answer.reason}` },
    ).catch((error: unknown) => {
      throw usedBefore(error);
    });
    if (link.usedAt === undefined) await useUpLink(ports, scope, body.link);
    return { ended: answer.kind === 'sign' ? 'signed' : 'declined' };
  };
