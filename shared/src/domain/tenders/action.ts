/** What each command of the tender machines is called in the audit chain. One word a command: `machine.test.ts` holds the tables to it. */
export const tenderActions = [
  'prices-reserved',
  'prices-confirmed',
  'prices-released',
  'price-review-opened',
  'prices-proposed',
  'price-review-approved',
  'price-review-abandoned',
] as const;
export type TenderAction = (typeof tenderActions)[number];
