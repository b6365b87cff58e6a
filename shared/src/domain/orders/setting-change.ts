import { isAfter } from '../days/instants.ts';
import type { LocalDate } from '../days/local-date.ts';
import type { StartChecks } from './start-checks.ts';

/** R3: of what a provider has to tell the school: another place than was agreed, or other staff. */
export const settingChangeKinds = ['place', 'staff'] as const;
export type SettingChangeKind = (typeof settingChangeKinds)[number];

/** Where the pupil is taught, as the register had it when the school was last told. */
export interface OrderPlace {
  readonly name: string;
  readonly postcode: string;
}

/** A change that the school was told of, and whether it has said that it knows. */
export interface SettingChange {
  /** 1 for the first one of the order. */
  readonly number: number;
  readonly kind: SettingChangeKind;
  readonly from: LocalDate;
  /** Where the place is. Names of staff are told outside this product. */
  readonly where?: string | undefined;
  /** The provider said so, or the register of sites says something else than it did. */
  readonly by: 'provider' | 'register';
  readonly toldAt: string;
  readonly seenBy?: string | undefined;
  readonly seenAt?: string | undefined;
}

/** So many are kept in an order: older ones that were seen fall away. */
export const mostSettingChanges = 20;

export const longestPlace = 300;

/** The part of an order that says what its school was told, and what it has confirmed. */
interface ToldOf {
  readonly settingChanges?: readonly SettingChange[] | undefined;
  readonly checks?: StartChecks | undefined;
}

/** R2: the school's confirmation of staff checks is older than what it was told of other staff. */
export const staffChecksToRenew = ({ settingChanges = [], checks }: ToldOf): boolean => {
  const confirmed = checks?.['staff-checks-confirmed']?.recordedAt;
  return settingChanges.some(({ kind, toldAt }) => kind === 'staff' && (confirmed === undefined || isAfter(toldAt, confirmed)));
};

/** What is recorded and still holds: a confirmation of staff checks does not, once the provider has told of other staff (R2, R3). */
export const currentChecks = (order: ToldOf): StartChecks => {
  const { 'staff-checks-confirmed': staff, ...others } = order.checks ?? {};
  return staff === undefined || staffChecksToRenew(order) ? others : { ...others, 'staff-checks-confirmed': staff };
};

/** The changes that the school has not yet said that it knows. */
export const unseenSettingChanges = ({ settingChanges = [] }: Pick<ToldOf, 'settingChanges'>): readonly SettingChange[] =>
  settingChanges.filter(({ seenAt }) => seenAt === undefined);

/** Whether the register of sites names another place than the order knows. A service that is taught at no site of its own has none. */
export const placeDiffers = ({ place }: { readonly place?: OrderPlace | undefined }, now: OrderPlace | undefined): boolean =>
  place?.name !== now?.name || place?.postcode !== now?.postcode;
