import { formatDate } from '@ap/shared/domain/days/local-date';
import type { Numbering } from '@ap/shared/domain/effect';
import { providerName } from '@ap/shared/domain/register/provider';
import type { TenderAction } from '@ap/shared/domain/tenders/action';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { TenderAudience } from '@ap/shared/domain/tenders/effect';
import type { Performed } from '../effects/performed.ts';
import type { Ports } from '../ports/ports.ts';
import { applicantsOf } from '../tenders/applicants.ts';
import { type News, officer, officersWith, outsider, tellAudience } from '../tenders/tell-people.ts';

type Needs = Pick<Ports, 'tenders' | 'providers' | 'buyers' | 'links' | 'cards' | 'mail' | 'effects' | 'hashes' | 'clock'>;
type Tell = Numbering & { readonly kind: 'tell'; readonly audience: TenderAudience; readonly news: TenderAction };

/** How the provider of an award is reached: as the register has it, or as it applied. */
export const contactOf = async (
  { providers, tenders }: Pick<Ports, 'providers' | 'tenders'>,
  { providerRef, providerName: name, source }: Pick<Award, 'providerRef' | 'providerName' | 'source'>,
): Promise<{ readonly email: string; readonly organisation: string } | undefined> => {
  const { provider } = await providers.provider(providerRef, 'known');
  if (provider) return { email: provider.email, organisation: providerName(provider) };
  const applied = source.kind === 'round' ? await tenders.applications.find(source.applicationRef) : undefined;
  return applied && { email: applied.state.contact.email, organisation: name };
};

/** Tells of an award whom it concerns, each once. */
export const tellOfAward = async (ports: Needs, award: Award, effect: Tell): Promise<Performed> => {
  const news = awardNews(award, effect.news, effect.audience);
  if (!news) return { state: 'stuck', reason: `no-words-for-${effect.news}` };
  return tellAudience(ports, award.ref, effect, {
    commissioners: async () => (await officersWith(ports, ['commissioner'])).map((person) => officer(ports, person, news)),
    provider: async () => {
      const own = await contactOf(ports, award);
      return own ? [outsider(ports, own, news)] : [];
    },
    'all-applicants': async () => {
      const own = await contactOf(ports, award);
      const all = award.source.kind === 'round' ? await applicantsOf(ports, award.source.roundRef) : [];
      // The one that won is told as the provider.
      return all.filter(({ email }) => email.toLowerCase() !== own?.email.toLowerCase()).map((to) => outsider(ports, to, news));
    },
  });
};

const lotsIn = ({ lots }: Award): string => lots.map(({ lotKey }) => lotKey).join(', ');
const lastComment = ({ history }: Award, what: string): string =>
  [...history].reverse().find((entry) => entry.what === what)?.comment ?? '';
const untilWhen = ({ standstill }: Award): string =>
  standstill?.lastDay ? `It lasts until the end of ${formatDate(standstill.lastDay)}.` : 'No standstill is kept.';

const awardNews = (award: Award, news: TenderAction, audience: TenderAudience): News | undefined => {
  const { providerName: name, ref, frameworkRef } = award;
  switch (news) {
    case 'award-approved':
      return {
        title: `The award to ${name} is approved`,
        lines: [`Lots ${lotsIn(award)} (${ref}). Publish the contract award notice next, and begin the standstill with its day.`],
      };
    case 'award-rejected':
      return {
        title: `The award to ${name} is rejected`,
        lines: [`Lots ${lotsIn(award)} (${ref}). The reason: ${lastComment(award, 'Rejected')}`],
      };
    case 'award-standstill-begun':
      return audience === 'provider'
        ? {
            title: 'The standstill of your award has begun',
            lines: [
              `The notice of the award of ${lotsIn(award)} to your organisation was published. ${untilWhen(award)}`,
              'Others may object until then. Nothing is signed before; you are sent the agreement afterwards.',
            ],
          }
        : {
            title: `Lots ${lotsIn(award)} were awarded`,
            lines: [
              `The notice of a contract award in the round that you applied to was published. ${untilWhen(award)}`,
              'Until then you can ask the commissioning team for your scores and the reasons, and object to the decision.',
            ],
          };
    case 'award-standstill-over':
      return {
        title: `The standstill of the award to ${name} is over`,
        lines: [`The agreement for ${lotsIn(award)} (${ref}) can be sent now, if nobody has objected.`],
      };
    case 'award-signed':
      return {
        title: `${name} has signed its agreement`,
        lines: [
          `Signed by ${award.agreement?.signatory?.name ?? ''}, ${award.agreement?.signatory?.position ?? ''} (${ref}). Countersign it next: then its lots are enabled and its prices approved.`,
        ],
      };
    case 'award-countersigned':
      return {
        title: `Your agreement under ${frameworkRef} is countersigned`,
        lines: [
          `Your organisation is on the framework for ${lotsIn(award)}. Schools find your services once every check of quality holds and a commissioner has activated your entry.`,
          'A place on the framework is no guarantee of work.',
        ],
      };
    case 'award-in-force':
      return {
        title: `The award to ${name} is in force`,
        lines: [
          `Its lots (${lotsIn(award)}), services and prices are in their lists (${ref}). Activate the provider when its checks hold.`,
        ],
      };
    case 'award-set-aside':
      return {
        title: 'Your award was set aside',
        lines: [`The award of ${lotsIn(award)} to your organisation does not go on. The reason: ${lastComment(award, 'Set aside')}`],
      };
    default:
      return undefined;
  }
};
