import { blockPlace } from '../../contract/block-place.ts';
import type { Place } from '../../contract/place.ts';
import { isLocalDate, type LocalDate } from '../../domain/days/local-date.ts';

/** What the form of a new purchase begins with. */
export interface FirstPlan {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Nought where it is not known. */
  readonly units: number;
}

/** The form of a new purchase of a service that begins with days of use and units. */
export const newBlockPlace = (serviceRef: string, { from, to, units }: FirstPlan): Place => {
  const place = blockPlace({ at: 'new', serviceRef });
  return place.at === 'block-purchases' ? { ...place, path: `${place.path}?from=${from}&to=${to}&units=${units}` } : place;
};

/** What the address of that form says; nothing where it was mangled. */
export const firstPlanOf = (place: Place): FirstPlan | undefined => {
  const query = new URLSearchParams('path' in place ? place.path.split('?')[1] : '');
  const [from, to, units] = [query.get('from'), query.get('to'), query.get('units') ?? ''];
  return isLocalDate(from) && isLocalDate(to) && /^\d{1,6}$/.test(units) ? { from, to, units: Number(units) } : undefined;
};
