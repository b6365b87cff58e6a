import { formatDate } from '@ap/shared/domain/days/local-date';
import { commissionersOf } from '@ap/shared/domain/people/membership';
import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import { openHolds } from '@ap/shared/domain/quality/hold';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import type { CommissionerNews } from '@ap/shared/domain/quality/quality-effect';
import type { QaStandard } from '@ap/shared/domain/quality/standard';
import { providerName } from '@ap/shared/domain/register/provider';
import type { Performed } from '../effects/performed.ts';
import { type News, tellPeople } from '../effects/tell-people.ts';
import type { PendingEffect } from '../ports/effects.ts';
import type { Ports } from '../ports/ports.ts';

/** Where the passport of a provider is, for commissioners. */
export interface PassportLinks {
  readonly onCard: (providerRef: string) => string;
  readonly inMail: (providerRef: string) => string;
}

const passportOf = (links: PassportLinks, providerRef: string): NonNullable<News['link']> => ({
  text: 'Open the passport',
  onCard: links.onCard(providerRef),
  inMail: links.inMail(providerRef),
});

export type TellNeeds = Pick<Ports, 'cards' | 'mail' | 'effects' | 'clock' | 'buyers' | 'providers' | 'quality'>;

/** A provider's name as people know it; its reference where the register has none. */
export const nameOf = async ({ providers }: Pick<Ports, 'providers'>, providerRef: string): Promise<string> => {
  const { provider } = await providers.provider(providerRef, 'known');
  return provider ? providerName(provider) : providerRef;
};

/** What a standard is called in the list of standards. */
export const titleOf = async ({ quality }: Pick<Ports, 'quality'>, standard: QaStandard): Promise<string> =>
  (await quality.standards()).find(({ key }) => key === standard)?.title ?? standard;

/** Tells every commissioner of the council, each once. */
export const tellCommissioners = async (
  ports: TellNeeds,
  ref: string,
  effect: Pick<PendingEffect, 'id' | 'kind'>,
  news: News,
): Promise<Performed> => tellPeople(ports, ref, effect, commissionersOf(await ports.buyers.councilMembers('known')), news);

/** News about a check. What is due soon stands on the morning card; a lapse that places a hold is told with the hold. */
export const tellOfCheck = async (
  ports: TellNeeds,
  links: PassportLinks,
  check: CheckRecord,
  effect: PendingEffect & { readonly version: number; readonly news: CommissionerNews },
): Promise<Performed> => {
  if (effect.news === 'check-due') return { state: 'done', reason: 'on-the-morning-card' };
  if (effect.news === 'waiver-requested' && check.waiver?.state !== 'requested') return { state: 'superseded' };
  const holds = check.outbox.some(({ kind, version }) => kind === 'place-hold' && version === effect.version);
  if (holds) return { state: 'done', reason: 'told-with-the-hold' };
  const [provider, standard] = await Promise.all([nameOf(ports, check.providerRef), titleOf(ports, check.standard)]);
  const news = newsOfCheck(check, effect.news, provider, standard);
  return tellCommissioners(ports, check.ref, effect, { ...news, link: passportOf(links, check.providerRef) });
};

const newsOfCheck = (check: CheckRecord, news: CommissionerNews, provider: string, standard: string): News => {
  if (news === 'waiver-requested' && check.waiver)
    return {
      title: `A waiver is asked for: ${provider}`,
      paragraphs: [
        `${check.waiver.requestedBy.name} asks that ${provider} may go on without '${standard}' until ${formatDate(check.waiver.until)}: ${check.waiver.reason}`,
        `Another commissioner must approve or refuse it. Check ${check.ref}.`,
      ],
    };
  const how = news === 'check-lapsed' ? 'lapsed' : 'was not passed';
  return { title: `${standard} of ${provider} ${how}`, paragraphs: [`Check ${check.ref}.`] };
};

/** The hold that was placed by the decision that an effect came of: by the effect beside it, or by its time where that has left the outbox. */
const holdOf = ({ holds, outbox }: ProviderStanding, { version, madeAt }: { readonly version: number; readonly madeAt: string }) => {
  const beside = outbox.flatMap((each) => (each.kind === 'hold-live-orders' && each.version === version ? [each.holdRef] : []))[0];
  return holds.find(({ ref, placedAt }) => (beside === undefined ? placedAt === madeAt : ref === beside));
};

/** News about where a provider stands. Why it is held is for commissioners only, and a child is in none of it. */
export const tellOfStanding = async (
  ports: TellNeeds,
  links: PassportLinks,
  standing: ProviderStanding,
  effect: PendingEffect & { readonly version: number; readonly news: CommissionerNews },
): Promise<Performed> => {
  const provider = await nameOf(ports, standing.ref);
  if (effect.news === 'hold-lifted') {
    const left = openHolds(standing.holds).length;
    return tellCommissioners(ports, standing.ref, effect, {
      title: left === 0 ? `New orders from ${provider} may be made again` : `One hold on ${provider} was lifted`,
      link: passportOf(links, standing.ref),
      paragraphs: [left === 0 ? 'Every hold has been lifted.' : `${left} more ${left === 1 ? 'hold stands' : 'holds stand'}.`],
    });
  }
  const hold = holdOf(standing, effect);
  if (!hold || hold.lifted) return { state: 'superseded' };
  // One more check of a provider that is held already changes nothing that anybody has to do tonight.
  if (hold.standard && openHolds(standing.holds)[0] !== hold) return { state: 'done', reason: 'held-already' };
  return tellCommissioners(ports, standing.ref, effect, {
    title: `New orders from ${provider} are paused`,
    link: passportOf(links, standing.ref),
    paragraphs: [
      hold.standard
        ? `'${await titleOf(ports, hold.standard)}' does not hold any more (check ${hold.about ?? ''}).`
        : `${hold.placedBy.name} paused them. The reason is on the provider's page.`,
      'It is out of the directory. Every school with a live order is asked what is to happen. Another commissioner than the one who records what clears it must lift the hold.',
    ],
  });
};
