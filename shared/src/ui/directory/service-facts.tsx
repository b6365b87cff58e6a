import type { ServiceReply } from '../../contract/service.ts';
import { deliveryModeNames, keyStageWithAges, needNames, serviceTypeNames } from '../../domain/register/service-names.ts';
import { ageWords, countWords } from '../words.tsx';
import { placesSentence } from './service-sentences.tsx';

type Fact = readonly [string, string | undefined];

/** What a service offers, in the order in which a school asks. Its price and earliest start stand at a glance above or beside. */
export const serviceFacts = (service: ServiceReply): readonly Fact[] => [
  ['Places', places(service)],
  [
    'Where',
    [deliveryModeNames[service.deliveryMode], service.outcode && `(${service.outcode})`, service.distance].filter(Boolean).join(' '),
  ],
  ['Travels', service.travelRadiusMiles === undefined ? undefined : `Up to ${countWords(service.travelRadiusMiles, 'mile')} to the pupil`],
  ['Transport', service.transport ?? 'Not stated: ask the provider'],
  ['Ages', ageWords(service.ageFrom, service.ageTo)],
  ['Key stages', service.keyStages.map(keyStageWithAges).join('; ')],
  ['Needs', service.needs.map((need) => needNames[need]).join('; ')],
  ['Group', service.maxGroup === undefined ? undefined : service.maxGroup === 1 ? 'One to one' : `At most ${service.maxGroup} pupils`],
  ['Hours', service.hoursPerWeekMax === undefined ? undefined : `At most ${countWords(service.hoursPerWeekMax, 'hour')} a week`],
  ['Type', serviceTypeNames[service.type]],
  ['Lot', service.lotName],
  ['Framework', service.frameworkName],
];

const places = (service: ServiceReply): string =>
  service.placesTotal === undefined ? placesSentence(service) : `${placesSentence(service)}, of ${service.placesTotal} in all`;
