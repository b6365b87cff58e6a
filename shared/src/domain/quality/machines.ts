import type { Transition } from '../machine/transition.ts';
import { checkTable } from './check-record.ts';
import { concernTable } from './concern.ts';
import { orderHoldTable } from './order-on-hold.ts';
import { providerTable } from './provider-standing.ts';
import { visitTable } from './visit.ts';

/** A table that decisions obey, with the states in which a record may begin. */
export interface QualityMachine {
  readonly subject: string;
  readonly starts: readonly string[];
  readonly table: readonly Transition<string, string>[];
}

/** Every state machine of quality: whatever pair of state and command is not listed is refused. */
export const qualityMachines: readonly QualityMachine[] = [
  { subject: 'A check', starts: ['scheduled'], table: checkTable },
  { subject: 'A provider', starts: ['prospective'], table: providerTable },
  { subject: 'A live order when its provider is held', starts: ['running'], table: orderHoldTable },
  { subject: 'A concern', starts: ['open', 'joined'], table: concernTable },
  { subject: 'A visit', starts: ['planned'], table: visitTable },
];
