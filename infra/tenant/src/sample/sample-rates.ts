import { addDays, compareDates, type LocalDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import type { Rate, RateUnit } from '@ap/shared/domain/money/rate-card';
import type { VolumeBand } from '@ap/shared/domain/money/volume-bands';
import type { Framework } from '@ap/shared/domain/register/framework';
import { randomFor } from './random.ts';
import { refOf } from './sample-providers.ts';
import type { Offer } from './sample-services.ts';

/** A service with two approved prices over the same days: it has no price until a commissioner mends the card. */
export const overlappingService = 'S-00050';
/** A service whose price ends in twenty days, with none to follow. */
export const expiringService = 'S-00060';

const approvedBy = 'Sample commissioner (synthetic sample data)';

/** From how many units on volume prices hold: a block is some weeks of one group, or a term of it. */
const bandUnits: Readonly<Record<RateUnit, readonly [number, number]>> = {
  hour: [50, 100],
  session: [20, 50],
  day: [20, 50],
  week: [10, 20],
};

/** Every third service is cheaper in a block (row 51): a twentieth less, then a tenth, in whole pence. */
const volumeBandsOf = (serviceRef: string, unit: RateUnit, price: number): readonly VolumeBand[] | undefined => {
  if (Number(serviceRef.replace('S-', '')) % 3 !== 0) return undefined;
  const [some, many] = bandUnits[unit];
  return [
    { fromUnits: some, unitPrice: pence(Math.floor((price * 19) / 20)) },
    { fromUnits: many, unitPrice: pence(Math.floor((price * 9) / 10)) },
  ];
};

const makeRate = (seed: string, { service, template }: Offer, framework: Framework, today: LocalDate): Rate => {
  const ref = service.ref.replace('S-', 'R-');
  const [from, to] = template.price;
  // Half pounds, so that a price reads like one and is exact in pence.
  const halves = randomFor(seed, ref).whole(from * 2, to * 2);
  const volumeBands = volumeBandsOf(service.ref, template.unit, halves * 50);
  return {
    ref,
    serviceRef: service.ref,
    lotKey: service.lotKey,
    unit: template.unit,
    price: pence(halves * 50),
    ...(volumeBands && { volumeBands }),
    effectiveFrom: framework.liveFrom,
    effectiveTo: service.ref === expiringService ? addDays(today, 20) : framework.expiresOn,
    status: 'approved',
    approvedBy,
  };
};

const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (compareDates(a, b) < 0 ? b : a);

/** One approved rate for each service to the end of the framework, and one too many for one service. */
export const sampleRates = (seed: string, offers: readonly Offer[], framework: Framework, today: LocalDate): readonly Rate[] => {
  const rates = offers.map((offer) => makeRate(seed, offer, framework, today));
  const doubled = rates.filter(({ serviceRef }) => serviceRef === overlappingService);
  return [
    ...rates,
    ...doubled.map((rate, index) => ({
      ...rate,
      ref: refOf('R', offers.length + index + 1, 5),
      price: pence(rate.price + 500),
      effectiveFrom: laterOf(framework.liveFrom, addDays(today, -30)),
    })),
  ];
};
