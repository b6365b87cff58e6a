import type { BuyerType } from '../register/buyer-type.ts';

/** Whose money pays. Council money is approved by the council's own officer. */
export const payers = ['school', 'council-budget', 'ehc-top-up', 'virtual-school', 'split'] as const;
export type Payer = (typeof payers)[number];

export const payerNames: Readonly<Record<Payer, string>> = {
  school: 'The school',
  'council-budget': "The council's budget",
  'ehc-top-up': 'EHC plan top-up',
  'virtual-school': 'The Virtual School',
  split: 'Split between school and council',
};

/** Whether the buyer's own budget pays: a school's where the school is the payer, a department's wherever the whole is the council's. */
export const paysItself = (payer: Payer, buyer: BuyerType): boolean =>
  buyer === 'council-department' ? payer !== 'split' : payer === 'school';

/** Who arranges the placement in law (R24): decides the attendance code later. */
export const arrangers = ['school', 'council'] as const;
export type Arranger = (typeof arrangers)[number];

/** How a placement is paid whose units are drawn, as whoever approves, orders or teaches it is told. */
export const paidThroughSentence = (blockRef: string): string =>
  `Block purchase ${blockRef}: its units are owed there, and nothing is owed a second time`;
