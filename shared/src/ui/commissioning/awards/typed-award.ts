import type { importAward } from '../../../contract/awards.ts';
import type { BodyOf } from '../../../contract/endpoint.ts';
import { parseUkDate } from '../../../domain/days/uk-date.ts';
import type { RateUnit } from '../../../domain/money/rate-card.ts';
import { parsePersonKey } from '../../../domain/people/person.ts';
import type { FormError } from '../../forms/form-error.ts';
import { fromTypedBands, type TypedBand } from '../../volume-bands/typed-bands.ts';
import { penceOf } from '../typed-pounds.ts';
import {
  emptyService,
  lineFault,
  serviceFaults,
  serviceField,
  serviceFieldAt,
  type TypedService,
  toNamedService,
} from './typed-service.ts';

type Import = BodyOf<typeof importAward>;

export interface TypedPrice {
  readonly unit: RateUnit;
  readonly price: string;
  readonly from: string;
  readonly to: string;
  readonly bands: readonly TypedBand[];
}
export type PricedService = TypedService & { readonly prices: readonly TypedPrice[] };

/** A lot with its points as typed: '57.40'. */
export interface TypedLot {
  readonly lotKey: string;
  readonly quality: string;
  readonly price: string;
}

/** An award of the portal as it stands in the form. */
export interface TypedAward {
  readonly frameworkRef: string;
  readonly portal: string;
  readonly noticeId: string;
  readonly evidenceUrl: string;
  readonly decidedOn: string;
  /** Keys of the council's members who scored it, or `noneOfOurs` alone. */
  readonly scorers: readonly string[];
  readonly lots: readonly TypedLot[];
  readonly services: readonly PricedService[];
}

/** The statement that none of the council's members scored it, among their keys. */
export const noneOfOurs = 'none-of-ours';

export const emptyPrice: TypedPrice = { unit: 'day', price: '', from: '', to: '', bands: [] };
export const emptyPriced: PricedService = { ...emptyService, prices: [emptyPrice] };
export const emptyAward: TypedAward = {
  frameworkRef: '',
  portal: '',
  noticeId: '',
  evidenceUrl: '',
  decidedOn: '',
  scorers: [],
  lots: [],
  services: [emptyPriced],
};

export const lotField = (at: number, part: 'quality' | 'price'): string => `awarded-${at}-${part}`;
export const priceField = (service: number, at: number, part: 'price' | 'unit' | 'group' | 'volumeBands'): string =>
  serviceField(service, `prices-${at}-${part}`);

/** Points as typed in hundredths: '57.4' is 5,740. undefined where they are none of 0.00 to 100.00. */
const hundredthsOf = (typed: string): number | undefined => {
  const text = typed.trim();
  const hundredths = /^\d{1,3}(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : undefined;
  return hundredths !== undefined && hundredths <= 10_000 ? hundredths : undefined;
};

/** The sum of both points in hundredths, once both are entered. */
export const totalOf = ({ quality, price }: TypedLot): number | undefined => {
  const points = [hundredthsOf(quality), hundredthsOf(price)] as const;
  return points[0] === undefined || points[1] === undefined ? undefined : points[0] + points[1];
};

const lotFaults = (lots: readonly TypedLot[]): readonly FormError[] =>
  lots.flatMap((lot, at) => {
    const wrong = (['quality', 'price'] as const).filter((part) => hundredthsOf(lot[part]) === undefined);
    if (wrong.length > 0)
      return wrong.map((part) => ({
        field: lotField(at, part),
        message: `Enter the points for ${part} of lot ${lot.lotKey}, from 0.00 to 100.00`,
      }));
    return (totalOf(lot) ?? 0) > 10_000
      ? [{ field: lotField(at, 'quality'), message: `The points of lot ${lot.lotKey} make more than 100.00` }]
      : [];
  });

/** Volume prices as they are sent: none at all where none were typed. */
const bandsSent = ({ price, bands: typed }: TypedPrice): Pick<Import['prices'][number], 'volumeBands'> => {
  const { bands } = fromTypedBands(penceOf(price), typed);
  return bands.length === 0 ? {} : { volumeBands: bands };
};

const isGroup = ({ from, to }: TypedPrice): boolean => [from, to].every((size) => /^\d{1,3}$/.test(size.trim()));

const priceFaults = (services: readonly PricedService[]): readonly FormError[] =>
  services.flatMap(({ prices }, service) =>
    prices.flatMap((price, at): readonly FormError[] => [
      ...(penceOf(price.price) === undefined
        ? [
            {
              field: priceField(service, at, 'price'),
              message: `Enter price ${at + 1} of service ${service + 1} in pounds, such as 45 or 45.50`,
            },
          ]
        : []),
      ...(isGroup(price) || `${price.from}${price.to}`.trim() === ''
        ? []
        : [
            {
              field: priceField(service, at, 'group'),
              message: `Enter both group sizes of price ${at + 1} of service ${service + 1}, or leave both empty`,
            },
          ]),
      ...[fromTypedBands(penceOf(price.price), price.bands).fault].flatMap((fault) =>
        fault === undefined ? [] : [{ field: priceField(service, at, 'volumeBands'), message: fault }],
      ),
    ]),
  );

/** What is wrong with an award as it was entered, from the top of the form down. */
export const awardFaults = (award: TypedAward): readonly FormError[] => {
  const { lots, services } = award;
  const lines = [
    ['frameworkRef', award.frameworkRef === '' ? 'Choose the framework' : undefined],
    ['portal', lineFault(award.portal, 'Enter the name of the portal', 200)],
    ['noticeId', lineFault(award.noticeId, 'Enter the number of the notice', 200)],
    [
      'evidenceUrl',
      /^https:\/\/\S+$/.test(award.evidenceUrl.trim()) ? undefined : 'Enter a link to the evidence that begins with https://',
    ],
    ['decidedOn', parseUkDate(award.decidedOn) === undefined ? 'Enter the day on which it was decided, such as 27 3 2027' : undefined],
    ['scorers', award.scorers.length === 0 ? 'Choose who scored it, or that nobody in the list did' : undefined],
    ['lots', award.frameworkRef !== '' && lots.length === 0 ? 'Choose at least one lot' : undefined],
  ] as const;
  const unpriced = lots.find(({ lotKey }) => !services.some((service) => service.lotKey === lotKey));
  return [
    ...lines.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }])),
    ...lotFaults(lots),
    ...serviceFaults(services),
    ...priceFaults(services),
    ...(unpriced === undefined
      ? []
      : [{ field: serviceField(0, 'lotKey'), message: `Enter a service with its price for lot ${unpriced.lotKey}` }]),
  ];
};

const scorersOf = (keys: readonly string[]): Import['scorers'] =>
  keys.includes(noneOfOurs)
    ? { kind: noneOfOurs }
    : {
        kind: 'members',
        people: keys.map((key) => {
          const id = parsePersonKey(key);
          if (id === undefined) throw new RangeError('Somebody who scored it cannot be read');
          return { tenantId: id.tenantId, objectId: id.objectId };
        }),
      };

/** An award without faults, as it is sent. Throws RangeError where something of it cannot be read. */
export const toImport = (award: TypedAward, providerRef: string): Import => {
  const must = <T>(value: T | undefined): T => {
    if (value === undefined) throw new RangeError('The award was not checked');
    return value;
  };
  return {
    frameworkRef: award.frameworkRef,
    providerRef,
    portal: award.portal.trim(),
    noticeId: award.noticeId.trim(),
    evidenceUrl: award.evidenceUrl.trim(),
    decidedOn: must(parseUkDate(award.decidedOn)),
    lots: award.lots.map((lot) => ({
      lotKey: lot.lotKey,
      qualityPoints: must(hundredthsOf(lot.quality)),
      pricePoints: must(hundredthsOf(lot.price)),
      total: must(totalOf(lot)),
    })),
    prices: award.services.flatMap(({ lotKey, serviceName, prices }) =>
      prices.map((typed) => ({
        lotKey,
        serviceName: serviceName.trim(),
        unit: typed.unit,
        price: must(penceOf(typed.price)),
        ...(isGroup(typed) ? { group: { from: Number(typed.from), to: Number(typed.to) } } : {}),
        ...bandsSent(typed),
      })),
    ),
    services: award.services.map(toNamedService),
    scorers: scorersOf(award.scorers),
  };
};

/** The same with these lots: a lot that was taken out again is no lot of a service either. */
export const withLots = ({ services }: TypedAward, lots: readonly TypedLot[]): Pick<TypedAward, 'lots' | 'services'> => ({
  lots,
  services: services.map((service) => (lots.some(({ lotKey }) => lotKey === service.lotKey) ? service : { ...service, lotKey: '' })),
});

/** The field of the form that a pointer of the server's refusal is about; '' where it is none of them. */
export const fieldAt = (pointer: string, { services }: TypedAward): string => {
  const [list = '', index = '', ...rest] = pointer.split('/').slice(1);
  const at = Number(index);
  const part = rest.at(-1) ?? '';
  if (list === 'lots') return index === '' ? 'lots' : lotField(at, part === 'pricePoints' ? 'price' : 'quality');
  if (list === 'services') return serviceFieldAt(pointer);
  if (list === 'prices') {
    const priced = services.flatMap(({ prices, how }, service) => prices.map((_, price) => ({ service, price, how })))[at];
    if (index === '' || priced === undefined) return '';
    if (part === 'lotKey') return serviceField(priced.service, part);
    if (part === 'serviceRef') return serviceField(priced.service, priced.how === 'listed' ? part : 'serviceName');
    const group = rest.includes('group');
    return priceField(priced.service, priced.price, group ? 'group' : part === 'unit' || part === 'volumeBands' ? part : 'price');
  }
  return ['frameworkRef', 'portal', 'noticeId', 'evidenceUrl', 'decidedOn', 'scorers'].includes(list) ? list : '';
};
