import { addDays, type LocalDate } from '@ap/shared/domain/days/local-date';
import type { VatStatement, VatTreatment } from '@ap/shared/domain/money/vat-treatment';
import type { Provider, ProviderSite } from '@ap/shared/domain/register/provider';
import type { KeyStage, Service, ServiceType } from '@ap/shared/domain/register/service';
import { type OfferTemplate, offerTemplates } from './offer-templates.ts';
import { type Random, randomFor } from './random.ts';
import { refOf, synthetic } from './sample-providers.ts';

export const servicesPerProvider = 4;

const ages: Readonly<Record<KeyStage, readonly [number, number]>> = {
  KS1: [5, 7],
  KS2: [7, 11],
  KS3: [11, 14],
  KS4: [14, 16],
  KS5: [16, 19],
};

const transports = ['Not included', 'Collection within 10 miles can be arranged', 'Minibus from Dorchester and Weymouth'];

/** An offer with the template that it was drawn from, which also prices it. */
export interface Offer {
  readonly service: Service;
  readonly template: OfferTemplate;
}

const lotNumber = (key: string): number => Number(key.slice(key.lastIndexOf('-') + 1));

const atPlace = (mode: Service['deliveryMode']): boolean => mode === 'off-site' || mode === 'community';

/** At least two key stages that follow one another: an offer for ages 5 to 14 serves those in between. */
const adjoining = (stages: readonly KeyStage[], random: Random): readonly KeyStage[] => {
  const count = random.whole(Math.min(2, stages.length), stages.length);
  const first = random.whole(0, stages.length - count);
  return stages.slice(first, first + count);
};

const statedOfType: Readonly<Partial<Record<ServiceType, VatTreatment>>> = {
  therapeutic: 'exempt-health-or-welfare',
  'teaching-assistant': 'standard-rated',
  teacher: 'standard-rated',
};

/** What some providers state of one service beside what they state of themselves: therapy by professionals, and cover staff. */
const statedVat = (number: number, provider: Provider, { type }: OfferTemplate, today: LocalDate): VatStatement => {
  if (provider.vatTreatment === 'not-registered' || number % 3 !== 2) return {};
  const vatTreatment = statedOfType[type];
  if (vatTreatment === undefined || vatTreatment === provider.vatTreatment) return {};
  return {
    vatTreatment,
    vatStatedBy: 'Finance manager of the provider',
    vatStatedOn: addDays(today, -30),
    vatEvidence: 'Sample: letter with the tender',
  };
};

const makeOffer = (seed: string, number: number, provider: Provider, sites: readonly ProviderSite[], today: LocalDate): Offer => {
  const ref = refOf('S', number + 1, 5);
  const random = randomFor(seed, ref);
  const position = number % servicesPerProvider;
  const lotKey = provider.lotKeys[position % provider.lotKeys.length] ?? '';
  const templates = offerTemplates.filter(({ lot }) => lot === lotNumber(lotKey));
  const template = templates[Math.floor(position / provider.lotKeys.length) % templates.length] as OfferTemplate;
  const deliveryMode = random.pick(template.modes);
  const keyStages = adjoining(template.keyStages, random);
  const bounds = keyStages.flatMap((stage) => ages[stage]);
  const maxGroup = template.group === 1 ? 1 : random.whole(Math.ceil(template.group / 2), template.group);
  const placesTotal = maxGroup * random.whole(1, 3);
  const name = random.pick(template.names);
  return {
    template,
    service: {
      ref,
      providerRef: provider.ref,
      lotKey,
      siteRef: atPlace(deliveryMode) ? random.pick(sites).ref : undefined,
      name,
      summary: `${synthetic} ${template.what}`,
      kind: template.kind,
      type: template.type,
      deliveryMode,
      keyStages,
      needs: random.pickSome(template.needs, random.whole(2, template.needs.length)),
      ageFrom: Math.min(...bounds),
      ageTo: Math.max(...bounds),
      maxGroup,
      hoursPerWeekMax: template.hours,
      travelRadiusMiles: atPlace(deliveryMode) || deliveryMode === 'online' ? undefined : random.whole(2, 6) * 5,
      transport: atPlace(deliveryMode) ? random.pick(transports) : undefined,
      earliestStart: addDays(today, random.whole(0, 3) * 7),
      placesTotal,
      placesFree: random.whole(1, placesTotal),
      placesAsAt: addDays(today, -random.whole(1, 28)),
      ...statedVat(number, provider, template, today),
      status: 'offered',
    },
  };
};

/** Four invented services of each provider, over the lots that it was awarded. The first of all is a day programme for key stages 3 and 4. */
export const sampleOffers = (
  seed: string,
  providers: readonly Provider[],
  sites: readonly ProviderSite[],
  today: LocalDate,
): readonly Offer[] =>
  providers.flatMap((provider, index) => {
    const own = sites.filter(({ providerRef }) => providerRef === provider.ref);
    return Array.from({ length: servicesPerProvider }, (_, position) =>
      makeOffer(seed, index * servicesPerProvider + position, provider, own, today),
    );
  });
