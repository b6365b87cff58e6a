import { applicationMachine } from './application/application-machine.ts';
import { awardMachine } from './award/award-machine.ts';
import { clarificationMachine } from './clarification/clarification-machine.ts';
import { lotApplicationMachine } from './evaluation/lot-application-machine.ts';
import { rankingMachine } from './evaluation/ranking-machine.ts';
import { scoreSheetMachine } from './evaluation/score-sheet-machine.ts';
import { frameworkMachine } from './framework/framework-machine.ts';
import type { TenderMachine } from './machine.ts';
import { priceBookMachine } from './prices/price-book-machine.ts';
import { roundMachine } from './round/round-machine.ts';

/** Every state machine on the way onto the framework, in the order in which a provider meets them. */
export const tenderMachines: readonly TenderMachine<string, string>[] = [
  frameworkMachine,
  roundMachine,
  clarificationMachine,
  applicationMachine,
  scoreSheetMachine,
  lotApplicationMachine,
  rankingMachine,
  awardMachine,
  priceBookMachine,
];
