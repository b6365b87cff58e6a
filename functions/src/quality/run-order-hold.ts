import type { CallOff } from '@ap/shared/domain/call-off/call-off';
import { openHolds } from '@ap/shared/domain/quality/hold';
import { holdCallOff } from '@ap/shared/domain/quality/hold-call-off';
import type { OrderHoldCommand, OrderHoldFacts } from '@ap/shared/domain/quality/order-on-hold';
import { type CommandNeeds, runCommand } from '../commands/run-command.ts';
import { noSuchCallOff } from '../http/problem-reply.ts';
import type { StoredCallOff } from '../ports/call-offs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Act, Giver } from './run-quality.ts';

export type OrderHoldNeeds = CommandNeeds & Pick<Ports, 'quality' | 'buyers' | 'policies' | 'providers'>;

/** What a decision about a live order rests on, read from the lists now. */
const orderHoldFacts = async (ports: OrderHoldNeeds, { providerRef, request }: CallOff): Promise<OrderHoldFacts> => {
  const [standing, buyer, buyerMembers, phone] = await Promise.all([
    ports.quality.standings.find(providerRef),
    ports.buyers.buyer(request.buyerRef, 'fresh'),
    ports.buyers.members(request.buyerRef, 'fresh'),
    ports.policies.commissioningPhone(),
  ]);
  return {
    openHolds: openHolds(standing?.state.holds ?? []).map(({ ref }) => ref),
    buyerMembers,
    termDates: buyer?.termDates ?? [],
    phone,
  };
};

/** Gives a command to the live order of a call-off, by its hold. `mayKnow`: for anybody else there is no such call-off. Throws ProblemError when refused. */
export const runOrderHold = (
  ports: OrderHoldNeeds,
  { by, key, channel }: Giver,
  ref: string,
  act: Act<OrderHoldCommand>,
  mayKnow: (callOff: CallOff) => boolean = () => true,
): Promise<StoredCallOff> =>
  runCommand(ports, { ref, by, key, content: { ref, ...act } }, async (present, command) => {
    if (!mayKnow(present.callOff)) throw noSuchCallOff();
    return holdCallOff(present.callOff, { ...command, channel, ...act } as OrderHoldCommand, await orderHoldFacts(ports, present.callOff));
  });
