import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  askProviderCode as askDeclared,
  endProviderSession as endDeclared,
  openProviderSession as openDeclared,
  viewToday,
} from '@ap/shared/contract/provider-today';
import { sessionHolds, tryCode } from '@ap/shared/domain/attendance/provider-sign-in';
import { type CapabilityLink, issueLink, revokeLink } from '@ap/shared/domain/capability-link';
import { linkHolder, personKey } from '@ap/shared/domain/people/person';
import { type Provider, providerName } from '@ap/shared/domain/register/provider';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import { ServiceBusy } from '../http/service-busy.ts';
import { mailHtml } from '../mail/mail-html.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'providers' | 'links' | 'secrets' | 'hashes' | 'mail' | 'audit' | 'clock' | 'log'>;

/** So many codes are mailed to one address in an hour: with five tries each nobody guesses one of a million. */
const mostInAnHour = 5;
const hour = 3_600_000;
/** Nobody is answered sooner, so that the time an answer takes tells nobody which addresses are known. */
export const answerAfter = 1_500;

/** The providers whose mailbox this is on the register: those that a session speaks for. */
const providersAt = async ({ providers }: Pick<Ports, 'providers'>, email: string): Promise<readonly Provider[]> =>
  (await providers.all()).filter(
    (provider) => provider.status !== 'removed' && provider.email.toLowerCase() === email.trim().toLowerCase(),
  );

const note = (
  { audit }: Pick<Ports, 'audit'>,
  link: CapabilityLink,
  action: 'provider-code-sent' | 'provider-signed-in' | 'provider-signed-out',
  at: string,
) => {
  // A session is signed in to and out of: two versions of one subject. A code is sent once.
  const version = action === 'provider-signed-out' ? 2 : 1;
  const subject = `LINK-${link.linkId}`;
  return audit.append({
    id: `${subject}-v${version}-0`,
    at,
    actor: personKey(linkHolder(link.linkId, link.subject)),
    action,
    subject,
    subjectVersion: version,
  });
};

const mailCode = async (ports: Needs, email: string, challenge: { readonly linkId: string; readonly secret: string }): Promise<void> => {
  const now = ports.clock.now();
  const [provider] = await providersAt(ports, email);
  if (!provider) return;
  const since = new Date(Date.parse(now) - hour).toISOString();
  if ((await ports.links.mailedTo('provider-code', provider.email, since)).length >= mostInAnHour) {
    ports.log.event('warning', 'provider-code-not-sent', { providerRef: provider.ref });
    return;
  }
  const code = ports.secrets.code();
  const holder = { email: provider.email, organisation: providerName(provider), registryNumber: '', providerRef: provider.ref };
  const secretHash = ports.hashes.text(`${challenge.secret}.${code}`);
  const link = issueLink({ linkId: challenge.linkId, scope: 'provider-code', subject: provider.ref, secretHash, holder }, now);
  await ports.links.keep(link);
  await ports.mail.send({
    to: provider.email,
    subject: 'Your code for the page of attendance',
    html: mailHtml({
      greeting: `Dear ${providerName(provider)}`,
      paragraphs: [
        `Your code is ${code}. It works for ten minutes, once, in the browser in which it was asked for.`,
        'If nobody at your organisation asked for it, delete this message: without that browser the code opens nothing.',
      ],
    }),
  });
  await note(ports, link, 'provider-code-sent', now);
};

/**
 * Mails a code to a provider's registered address. The same answer, and no sooner, whether or not the address is known and whatever became of the mail; what is
 * kept is a hash over the code and a secret that only the asking browser has.
 */
export const askProviderCode =
  (ports: Needs, pause: (milliseconds: number) => Promise<unknown>) =>
  async ({ body }: LinkCall<typeof askDeclared>): Promise<ReplyOf<typeof askDeclared>> => {
    const { id, secret } = ports.secrets.make();
    const challenge = { linkId: id, secret };
    const work = mailCode(ports, body.email, challenge).catch((error: unknown) => {
      ports.log.event('error', 'provider-code-not-sent', { linkId: id, error: error instanceof Error ? error.name : 'unknown' });
    });
    await Promise.all([work, pause(answerAfter)]);
    return { challenge };
  };

const wrong = (): ProblemError =>
  new ProblemError('code-not-accepted', 'This code is not right, or it is over. Look at the latest mail, or ask for a new code.', {
    pointer: '/code',
  });

const maxTries = 3;

/** Exchanges a code for a session of twelve hours. Every try is written before it is answered, right or wrong. */
export const openProviderSession =
  (ports: Needs) =>
  async ({ body }: LinkCall<typeof openDeclared>): Promise<ReplyOf<typeof openDeclared>> => {
    const now = ports.clock.now();
    for (let tries = 0; tries < maxTries; tries += 1) {
      const found = await ports.links.find(body.challenge.linkId);
      const matches = ports.secrets.matches(`${body.challenge.secret}.${body.code}`, found?.link.secretHash ?? noHash);
      const tried = tryCode(found?.link, matches, now);
      if (found && tried.link && !(await ports.links.save(tried.link, found.eTag))) continue;
      if (!tried.ok || !tried.link) {
        ports.log.event('info', 'provider-code-refused', { linkId: body.challenge.linkId });
        throw wrong();
      }
      const { id, secret, hash } = ports.secrets.make();
      const session = issueLink(
        { linkId: id, scope: 'provider-session', subject: tried.link.subject, secretHash: hash, holder: tried.link.holder },
        now,
      );
      await ports.links.keep(session);
      await note(ports, session, 'provider-signed-in', now);
      return { session: { linkId: id, secret }, expiresAt: session.expiresAt };
    }
    throw new ServiceBusy('links', 412, 2);
  };

const noHash = '0'.repeat(64);

/** A session that holds now, and the providers whom it speaks for. */
export interface OpenSession {
  readonly link: CapabilityLink;
  readonly eTag: string;
  readonly providers: readonly Provider[];
}

/** The session of a caller, asked anew each time: its mailbox must still be a provider's on the register. Throws 'session-over' alike for every reason. */
export const heldSession = async (ports: Needs, given: BodyOf<typeof viewToday>['session']): Promise<OpenSession> => {
  const found = await ports.links.find(given.linkId);
  const matches = ports.secrets.matches(given.secret, found?.link.secretHash ?? noHash);
  const providers = await providersAt(ports, found?.link.holder?.email ?? '');
  if (!found || !sessionHolds(found.link, matches, providers[0], ports.clock.now())) {
    ports.log.event('info', 'provider-session-refused', { linkId: given.linkId });
    throw new ProblemError('session-over', 'You are not signed in any more. Ask for a new code.');
  }
  return { link: found.link, eTag: found.eTag, providers };
};

/** Ends a session at once. */
export const endProviderSession =
  (ports: Needs) =>
  async ({ body }: LinkCall<typeof endDeclared>): Promise<ReplyOf<typeof endDeclared>> => {
    const { link, eTag } = await heldSession(ports, body.session);
    const now = ports.clock.now();
    const ended = await ports.links.save(revokeLink(link, now), eTag);
    if (ended) await note(ports, link, 'provider-signed-out', now);
    return { ended };
  };
