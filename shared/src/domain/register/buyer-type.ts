/** `not-known` may search but not buy until a commissioner sets the type. */
export const buyerTypes = [
  'council-department',
  'maintained-school',
  'academy',
  'special-school',
  'further-education',
  'independent-school',
  'pupil-referral-unit',
  'other-authority',
  'not-known',
] as const;
export type BuyerType = (typeof buyerTypes)[number];

/** The types that may buy unless a framework says otherwise: independent schools, FE colleges and pupil referral units are not among them. */
export const defaultEligibleTypes: readonly BuyerType[] = ['council-department', 'maintained-school', 'academy', 'special-school'];

export const buyerTypeNames: Readonly<Record<BuyerType, string>> = {
  'council-department': 'Council department',
  'maintained-school': 'Maintained school',
  academy: 'Academy',
  'special-school': 'Special school',
  'further-education': 'Further education college',
  'independent-school': 'Independent school',
  'pupil-referral-unit': 'Pupil referral unit',
  'other-authority': 'Other local authority',
  'not-known': 'Type not known',
};
