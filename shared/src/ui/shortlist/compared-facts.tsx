import type { ServiceSummary } from '../../contract/directory.ts';
import { formatDate } from '../../domain/days/local-date.ts';
import type { PlannedTimetable } from '../../domain/money/package-cost.ts';
import { packageLines } from '../../domain/money/package-lines.ts';
import { priceLines } from '../../domain/money/price-lines.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { deliveryModeNames, keyStageNames, needShortNames } from '../../domain/register/service-names.ts';
import { placesSentence, qaSentence, startSentence } from '../directory/service-sentences.tsx';
import { ageWords } from '../words.tsx';

type Fact = readonly [string, (service: ServiceSummary, vat: VatBasis) => string];

/** What services are compared by, in the order in which a school decides: the name of each fact, and how it reads of one service. */
export const comparedFacts = (plan: PlannedTimetable | undefined): readonly Fact[] => [
  ['Provider', ({ providerName }) => providerName],
  ['Price', (service, vat) => priceLines(service, vat).join('. ')],
  ...(plan ? [['Whole package', (service, vat) => packageLines(plan, service, vat).join('. ')] satisfies Fact] : []),
  ['Start', startSentence],
  ['Places', placesSentence],
  ['Where', ({ deliveryMode, distance }) => [deliveryModeNames[deliveryMode], distance].filter(Boolean).join(', ')],
  ['Ages', ({ ageFrom, ageTo }) => ageWords(ageFrom, ageTo)],
  ['Key stages', ({ keyStages }) => keyStages.map((stage) => keyStageNames[stage]).join(', ')],
  ['Needs', ({ needs }) => (needs.length === 0 ? 'Not stated' : needs.map((need) => needShortNames[need]).join(', '))],
  [
    'Quality assurance',
    (service) =>
      `${qaSentence(service)}${service.qaValidUntil === undefined ? '' : `. Every mandatory check holds until ${formatDate(service.qaValidUntil, 'plain')}`}`,
  ],
  ['Lot', ({ lotName }) => lotName],
];
