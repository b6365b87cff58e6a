import { localDate } from '../../days/local-date.ts';
import { anOffer } from '../application/application.fixture.ts';
import { aProfile } from './award.fixture.ts';
import { awardedServices, type NamedService, type ServiceProfile } from './awarded-service.ts';

const named = (told: Partial<NamedService> = {}): NamedService => ({
  lotKey: 'AP-2027-1',
  serviceName: 'Day programme',
  profile: aProfile(),
  ...told,
});
const faultOf = (...services: readonly NamedService[]) => {
  const made = awardedServices('P-0042', [anOffer({ serviceName: ' Day Programme ' })], services);
  return 'ok' in made ? [made.code, made.field] : undefined;
};
const described = (told: Partial<ServiceProfile>) => faultOf(named({ profile: aProfile(told) }));
const at = (field: string) => `/services/0/profile/${field}`;

test.each<[string, Partial<ServiceProfile>, unknown]>([
  ['for the youngest and the oldest there are', { ageFrom: 4, ageTo: 25 }, undefined],
  ['for one age', { ageFrom: 11, ageTo: 11 }, undefined],
  ['for children of three', { ageFrom: 3 }, ['number-not-allowed', at('ageFrom')]],
  ['for adults of 26', { ageTo: 26 }, ['number-not-allowed', at('ageFrom')]],
  ['for ages upside down', { ageFrom: 15 }, ['number-not-allowed', at('ageFrom')]],
  ['from eleven and a half', { ageFrom: 11.5 }, ['number-not-allowed', at('ageFrom')]],
  ['to fourteen and a half', { ageTo: 14.5 }, ['number-not-allowed', at('ageFrom')]],
  ['for no key stage', { keyStages: [] }, ['text-required', at('keyStages')]],
  ['for no need', { needs: [] }, ['text-required', at('needs')]],
  ['in no words', { summary: ' ' }, ['text-required', at('summary')]],
  ['in 5,001 characters', { summary: 's'.repeat(5_001) }, ['text-too-long', at('summary')]],
  ['in 5,000 characters', { summary: 's'.repeat(5_000) }, undefined],
  ['with how pupils get there', { transport: 'By bus.' }, undefined],
  ['with a pupil in how they get there (R40)', { transport: 'With Sam, born 3 April 2014.' }, ['text-names-a-pupil', at('transport')]],
  ['with VAT that nobody stated', { vatTreatment: 'standard-rated' }, ['text-required', at('vatStatedBy')]],
  ['with VAT of no day', { vatTreatment: 'standard-rated', vatStatedBy: 'Pat Green' }, ['text-required', at('vatStatedOn')]],
  [
    'with a pupil in what shows its VAT (R40)',
    { vatTreatment: 'standard-rated', vatStatedBy: 'Pat Green', vatStatedOn: localDate('2026-11-02'), vatEvidence: 'Born 3 April 2014.' },
    ['text-names-a-pupil', at('vatEvidence')],
  ],
])('a new service is described %s, or not', (_what, told, expected) => expect(described(told)).toEqual(expected));

test('each name is said to be one service, in the list or described, and none is named that nothing prices', () => {
  expect(faultOf()).toEqual(['service-not-known', '/services']);
  expect(faultOf(named({ serviceRef: 'S-00001' }))).toEqual(['service-not-known', '/services/0']);
  expect(faultOf(named({ profile: undefined }))).toEqual(['service-not-known', '/services/0']);
  expect(faultOf(named({ serviceName: 'Mentoring' }), named())).toEqual(['service-not-known', '/services/0/serviceName']);
  expect(faultOf(named(), named({ serviceName: 'Mentoring' }))).toEqual(['service-not-known', '/services/1/serviceName']);
  const made = awardedServices('P-0042', [anOffer({ serviceName: ' Day Programme ' })], [named()]);
  expect('ok' in made || made.services[0]?.name).toBe('Day Programme');
});
