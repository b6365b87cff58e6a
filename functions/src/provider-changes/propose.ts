import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { proposeProviderChange as proposeDeclared, viewProfile as viewDeclared } from '@ap/shared/contract/provider-changes';
import { linkHolder } from '@ap/shared/domain/people/person';
import { proposeChange } from '@ap/shared/domain/provider-changes/propose-change';
import { profileValue } from '@ap/shared/domain/provider-changes/provider-change';
import { providerName } from '@ap/shared/domain/register/provider';
import { openLink, usedBefore, useUpLink } from '../commands/open-link.ts';
import { createRecord } from '../commands/run-record.ts';
import type { LinkCall } from '../http/link-route.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Ports } from '../ports/ports.ts';
import { changesHome } from './changes-home.ts';

const scope = 'provider-profile';

/** Shows the holder of a link what the directory says of its organisation. */
export const viewProfile =
  (ports: Pick<Ports, 'providers' | 'links' | 'secrets' | 'clock' | 'log'>) =>
  async ({ body }: LinkCall<typeof viewDeclared>): Promise<ReplyOf<typeof viewDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const { provider, services } = await ports.providers.provider(link.subject, 'fresh');
    if (!provider) throw new ProblemError('not-found', 'Your organisation is not on the framework any more. Ask the commissioning team.');
    return {
      providerName: providerName(provider),
      expiresAt: link.expiresAt,
      ...(link.usedAt === undefined ? {} : { usedAt: link.usedAt }),
      profile: {
        email: profileValue(provider, 'email'),
        phone: profileValue(provider, 'phone'),
        website: profileValue(provider, 'website'),
        summary: profileValue(provider, 'summary'),
      },
      services: services
        .filter(({ status }) => status === 'offered')
        .map(({ ref, name, placesTotal, placesFree, placesAsAt, vatTreatment }) => ({
          serviceRef: ref,
          name,
          ...(vatTreatment === undefined ? {} : { vatTreatment }),
          ...(placesTotal === undefined ? {} : { placesTotal }),
          ...(placesFree === undefined ? {} : { placesFree }),
          ...(placesAsAt === undefined ? {} : { placesAsAt }),
        })),
    };
  };

/**
 * Takes what the holder of a link proposes, once. The record is made before the link is used up, under a key that only this link has: a repeat, a second
 * window and a crash in between all end in the one record.
 */
export const proposeProviderChange =
  (ports: Pick<Ports, 'providers' | 'buyers' | 'providerChanges' | 'links' | 'secrets' | 'effects' | 'clock' | 'hashes' | 'log'>) =>
  async ({ body }: LinkCall<typeof proposeDeclared>): Promise<ReplyOf<typeof proposeDeclared>> => {
    const link = await openLink(ports, scope, body.link, 'view');
    const by = linkHolder(link.linkId, body.proposal.name.trim());
    const given = { by, key: link.linkId, content: body.proposal };
    const stored = await createRecord(ports, changesHome(ports), 'PC', given, async (ref, command) => {
      const [facts, councilMembers] = await Promise.all([
        ports.providers.provider(link.subject, 'fresh'),
        ports.buyers.councilMembers('fresh'),
      ]);
      const proposal = { ...body.proposal, profile: withoutAbsent(body.proposal.profile) };
      return proposeChange({ ...command, ref, linkId: link.linkId, providerRef: link.subject, proposal }, { ...facts, councilMembers });
    }).catch((error: unknown) => {
      throw usedBefore(error);
    });
    if (link.usedAt === undefined) await useUpLink(ports, scope, body.link);
    return { ref: stored.state.ref };
  };

/** What was left out stays left out, so that nothing reads as emptied. */
const withoutAbsent = <T extends object>(given: T): { readonly [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]: Exclude<T[K], undefined>;
  };
