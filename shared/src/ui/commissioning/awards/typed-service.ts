import type { importAward } from '../../../contract/awards.ts';
import type { BodyOf } from '../../../contract/endpoint.ts';
import { parseUkDate } from '../../../domain/days/uk-date.ts';
import type { VatTreatment } from '../../../domain/money/vat-treatment.ts';
import { screenFreeText } from '../../../domain/pupils/screen-free-text.ts';
import type { DeliveryMode, KeyStage, Need, ServiceKind, ServiceType } from '../../../domain/register/service.ts';
import type { FormError } from '../../forms/form-error.ts';

export type NamedService = BodyOf<typeof importAward>['services'][number];

/** A service as it stands in the form: '' is nothing chosen or entered yet. */
export interface TypedService {
  readonly lotKey: string;
  readonly serviceName: string;
  /** It is in the list of services already, or it is described here for the first time. */
  readonly how: '' | 'listed' | 'described';
  readonly serviceRef: string;
  readonly siteRef: string;
  readonly summary: string;
  readonly kind: ServiceKind | '';
  readonly type: ServiceType | '';
  readonly deliveryMode: DeliveryMode | '';
  readonly keyStages: readonly KeyStage[];
  readonly needs: readonly Need[];
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly hoursPerWeekMax: string;
  readonly vatTreatment: VatTreatment | '';
  readonly vatStatedBy: string;
  readonly vatStatedOn: string;
}

export const emptyService: TypedService = {
  lotKey: '',
  serviceName: '',
  how: '',
  serviceRef: '',
  siteRef: '',
  summary: '',
  kind: '',
  type: '',
  deliveryMode: '',
  keyStages: [],
  needs: [],
  ageFrom: '',
  ageTo: '',
  hoursPerWeekMax: '',
  vatTreatment: '',
  vatStatedBy: '',
  vatStatedOn: '',
};

/** The name of a field of the service at a place; the last part is that of the pointer by which the server names it. */
export const serviceField = (at: number, part: string): string => `services-${at}-${part}`;

/** The field that a pointer of the server's refusal into the services is about; '' where it is none of them. */
export const serviceFieldAt = (pointer: string): string => {
  const [list, index = '', ...rest] = pointer.split('/').slice(1);
  const part = rest.at(-1) ?? '';
  return list !== 'services' || index === '' ? '' : serviceField(Number(index), part in emptyService ? part : 'serviceName');
};

const isReference = (text: string): boolean => /^[A-Za-z0-9-]{1,200}$/.test(text.trim());
const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

const nameOf = ({ lotKey, serviceName }: TypedService): string => `${lotKey} ${serviceName.trim().toLowerCase()}`;

/** What is wrong with a text that must be there; undefined when nothing is. */
export const lineFault = (text: string, missing: string, limit: number): string | undefined => {
  if (text.trim() === '') return missing;
  if (text.trim().length > limit) return `Enter ${limit.toLocaleString('en-GB')} characters or fewer`;
  const screened = screenFreeText(text);
  return screened.ok ? undefined : screened.sentence;
};

const isFault = (pair: readonly [string, string | false | undefined]): pair is readonly [string, string] => typeof pair[1] === 'string';

const profileFaults = (service: TypedService, which: string): readonly (readonly [string, string | false | undefined])[] => [
  ['summary', lineFault(service.summary, `Enter what schools should know of ${which}`, 5_000)],
  ['kind', service.kind === '' && `Choose the kind of ${which}`],
  ['type', service.type === '' && `Choose the type of ${which}`],
  ['deliveryMode', service.deliveryMode === '' && `Choose where ${which} is delivered`],
  ['siteRef', service.siteRef.trim() !== '' && !isReference(service.siteRef) && `Enter the reference of the site of ${which}`],
  ['keyStages', service.keyStages.length === 0 && `Choose at least one key stage for ${which}`],
  ['needs', service.needs.length === 0 && `Choose at least one need for ${which}`],
  ['ageFrom', !isWhole(service.ageFrom, 4, 25) && `Enter the youngest age for ${which}, from 4 to 25`],
  [
    'ageTo',
    !(isWhole(service.ageTo, 4, 25) && Number(service.ageFrom) <= Number(service.ageTo)) &&
      `Enter the oldest age for ${which}, up to 25 and not below the youngest`,
  ],
  [
    'hoursPerWeekMax',
    service.hoursPerWeekMax.trim() !== '' &&
      !isWhole(service.hoursPerWeekMax, 1, 40) &&
      `Enter the most hours in a week for ${which}, from 1 to 40, or leave it empty`,
  ],
  ...(service.vatTreatment === ''
    ? []
    : ([
        ['vatStatedBy', service.vatStatedBy.trim() === '' && `Enter who stated the VAT of ${which}`],
        ['vatStatedOn', parseUkDate(service.vatStatedOn) === undefined && `Enter the day on which the VAT of ${which} was stated`],
      ] as const)),
];

/** What is wrong with services as they were entered. */
export const serviceFaults = (services: readonly TypedService[]): readonly FormError[] =>
  services.flatMap((service, at) => {
    const which = `service ${at + 1}`;
    const twice = services.slice(0, at).findIndex((other) => nameOf(other) === nameOf(service));
    return [
      ['lotKey', service.lotKey === '' && `Choose the lot of ${which}`] as const,
      [
        'serviceName',
        lineFault(service.serviceName, `Enter the name of ${which}`, 200) ??
          (twice >= 0 && `Service ${twice + 1} has the same name in this lot. Add its prices there.`),
      ] as const,
      ['how', service.how === '' && `Choose whether ${which} is in the list of services`] as const,
      [
        'serviceRef',
        service.how === 'listed' && !isReference(service.serviceRef) && `Enter the reference of ${which} in the list of services`,
      ] as const,
      ...(service.how === 'described' ? profileFaults(service, which) : []),
    ]
      .filter(isFault)
      .map(([part, message]) => ({ field: serviceField(at, part), message }));
  });

/** A service without faults, as it is sent. Throws RangeError where something is still to be chosen. */
export const toNamedService = (service: TypedService): NamedService => {
  const { lotKey, kind, type, deliveryMode, keyStages, needs } = service;
  const named = { lotKey, serviceName: service.serviceName.trim() };
  if (service.how === 'listed') return { ...named, serviceRef: service.serviceRef.trim() };
  if (kind === '' || type === '' || deliveryMode === '') throw new RangeError('The service is not described');
  return {
    ...named,
    profile: {
      ...(service.siteRef.trim() === '' ? {} : { siteRef: service.siteRef.trim() }),
      summary: service.summary.trim(),
      kind,
      type,
      deliveryMode,
      keyStages: [...keyStages],
      needs: [...needs],
      ageFrom: Number(service.ageFrom),
      ageTo: Number(service.ageTo),
      ...(service.hoursPerWeekMax.trim() === '' ? {} : { hoursPerWeekMax: Number(service.hoursPerWeekMax) }),
      ...(service.vatTreatment === ''
        ? {}
        : { vatTreatment: service.vatTreatment, vatStatedBy: service.vatStatedBy.trim(), vatStatedOn: parseUkDate(service.vatStatedOn) }),
    },
  };
};
