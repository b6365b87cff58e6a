import { formatDate } from '@ap/shared/domain/days/local-date';
import { priceLines } from '@ap/shared/domain/money/price-lines';
import { deliveryModeNames, needNames } from '@ap/shared/domain/register/service-names';
import type { AdaptiveCard, CardElement } from '../cards/adaptive-card.ts';
import { bare, fact, line, plain } from '../cards/card-text.ts';
import type { CardPreview } from '../cards/compose.ts';
import { newCard } from '../cards/new-card.ts';
import type { ServiceView } from './service-view.ts';

/** 'current until 2 Mar 2027': a service on a card is listed, so every mandatory check holds. */
const qaWords = ({ qaValidUntil }: ServiceView): string =>
  qaValidUntil === undefined ? 'current' : `current until ${formatDate(qaValidUntil, 'short')}`;

/** 'Last checked 3 Mar 2026 by the quality team': the latest mandatory check that says when. */
const checkedWords = ({ checks }: ServiceView): string | undefined => {
  const latest = checks
    .filter(({ mandatory, outcome, checkedOn }) => mandatory && outcome === 'passed' && checkedOn !== undefined)
    .sort((a, b) => (b.checkedOn ?? '').localeCompare(a.checkedOn ?? ''))[0];
  return latest?.checkedOn && `Last checked ${formatDate(latest.checkedOn, 'short')} by ${latest.checkedBy ?? 'nobody on record'}`;
};

const placesWords = ({ placesFree, placesAsAt }: ServiceView): string => {
  if (placesFree === undefined || placesAsAt === undefined) return 'Not known: ask the provider';
  return `${placesFree === 0 ? 'None' : placesFree} free as at ${formatDate(placesAsAt, 'short')}`;
};

const facts = (service: ServiceView): readonly CardElement[] => [
  fact('Price', priceLines(service, 'ex').join('. ')),
  fact('Lot', service.lotName),
  fact('Ages', service.ageFrom === service.ageTo ? String(service.ageFrom) : `${service.ageFrom} to ${service.ageTo}`),
  ...(service.needs.length === 0 ? [] : [fact('Needs', service.needs.map((need) => needNames[need]).join('; '))]),
  fact('Where', [deliveryModeNames[service.deliveryMode], service.outcode].filter(Boolean).join(', ')),
  fact('Places', placesWords(service)),
  fact(
    'Quality assurance',
    [qaWords(service).replace(/^./, (first) => first.toUpperCase()), checkedWords(service)].filter(Boolean).join('. '),
  ),
];

/**
 * A listed service as it is sent into a chat. Everybody there reads it, so it says where the service is and not how far that is from
 * whoever searched.
 */
export const serviceCard = (service: ServiceView, pageUrl: string): AdaptiveCard => {
  const title = `${service.name} by ${service.providerName}`;
  return newCard({
    title,
    otherwise: 'Open the service in the AP Framework app.',
    speak: `${title}. ${priceLines(service, 'ex').join('. ')}. Quality assurance ${qaWords(service)}.`,
    body: [
      line(plain(service.name, 200), { size: 'Large', weight: 'Bolder', style: 'heading' }),
      line(`by ${plain(service.providerName, 200)}`, { isSubtle: true, spacing: 'None' }),
      ...(service.summary.trim() === '' ? [] : [line(plain(service.summary))]),
      ...facts(service),
    ],
    actions: [
      { type: 'Action.OpenUrl', title: 'See the service', url: pageUrl },
      {
        type: 'Action.Submit',
        title: 'Start a request',
        data: { msteams: { type: 'task/fetch' }, dialog: 'start-request', serviceRef: service.serviceRef },
      },
    ],
  });
};

/** The row of a service among the results: enough to choose by. `distance` reads 'about 12 miles' and is only the searcher's to see. */
export const servicePreview = (service: ServiceView, distance: string | undefined): CardPreview => ({
  title: bare(service.name),
  text: [
    bare(service.providerName),
    bare(service.lotName),
    ...priceLines(service, 'ex'),
    ...(distance === undefined ? [] : [distance]),
    `QA ${qaWords(service)}`,
  ].join(' · '),
});
