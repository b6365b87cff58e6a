import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type { inviteApplicant as declared } from '@ap/shared/contract/rounds';
import type { LinkHolder } from '@ap/shared/domain/capability-link';
import { providerName } from '@ap/shared/domain/register/provider';
import { isPastClose } from '@ap/shared/domain/tenders/round/round';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { applicantFault, applicantOf } from '../tenders/applicant-ref.ts';
import { type LinkPage, mailApplicationLink } from '../tenders/application-link.ts';

type Needs = Pick<Ports, 'tenders' | 'providers' | 'links' | 'secrets' | 'mail' | 'audit' | 'clock' | 'hashes'>;

/** Mails somebody whom a commissioner invites the link by which they apply. */
export const inviteApplicant =
  (ports: Needs, pageOf: LinkPage) =>
  async ({ caller, params, body }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const round = (await ports.tenders.rounds.find(params.ref))?.state;
    if (!round) throw new ProblemError('not-found', 'There is no such round.', { pointer: '/params/ref' });
    if ((round.status !== 'published' && round.status !== 'open') || isPastClose(round, ports.clock.now()))
      throw new ProblemError('round-not-open', 'Publish the round first. When it has closed, nobody can be invited any more.');
    const holder = await holderOf(ports, body);
    const frameworkName = (await ports.tenders.frameworks.find(round.frameworkRef))?.state.terms.name ?? round.frameworkRef;
    const { expiresAt } = await mailApplicationLink(ports, pageOf, { holder, round, frameworkName, by: caller.person });
    return { organisation: holder.organisation, sentTo: holder.email, expiresAt };
  };

const holderOf = async (ports: Needs, body: BodyOf<typeof declared>): Promise<LinkHolder> => {
  if (!('providerRef' in body)) {
    const fault = applicantFault(body);
    if (fault) throw fault;
    return applicantOf(body, ports.hashes);
  }
  const { provider } = await ports.providers.provider(body.providerRef, 'fresh');
  if (!provider || provider.status === 'removed')
    throw new ProblemError('not-found', 'There is no such provider on the register.', { pointer: '/providerRef' });
  return {
    email: provider.email,
    organisation: providerName(provider),
    registryNumber: provider.companyNumber ?? provider.ukprn ?? provider.urn ?? provider.ref,
    providerRef: provider.ref,
  };
};
