import type { sendAgreement as declared } from '@ap/shared/contract/awards';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { decideAward } from '@ap/shared/domain/tenders/award/decide-award';
import { toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { asOfficer } from '../tenders/roles.ts';
import { mustFind } from '../tenders/tender-facts.ts';
import { awardFacts, subjectOf } from './award-facts.ts';
import { giveCommand } from './award-steps.ts';
import type { AwardNeeds } from './command-award.ts';
import { bookWithReserved, reservePrices } from './price-book-steps.ts';

/**
 * Sends the agreement: the prices are reserved in the price book first, then the award turns. Both are tried before either is written, so that a refusal of
 * the second leaves nothing of the first; a crash in between leaves a reservation, which the same command takes up when it comes again.
 */
export const sendAgreement =
  (ports: AwardNeeds) =>
  async (call: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const { caller, params, body, key } = call;
    const told = { kind: 'send-agreement', ...body } as const;
    const award = (await mustFind(ports.tenders.awards, params.ref)).state;
    if (award.status === 'standstill') {
      const giver = await asOfficer(ports, caller.person, key);
      const tried = await bookWithReserved(ports, award, body.sentOn);
      const book = tried.ok ? { book: tried.state } : {};
      const command = { id: 'tried', by: giver.by, receipted: new Set<string>(), ...told };
      const facts = { roles: giver.roles, ...(await awardFacts(ports, subjectOf(award))), ...book };
      const decision = decideAward(award, command, facts, ports.clock.now());
      // A standstill that is not over is said before a price that is in the way.
      if (!decision.ok && (tried.ok || decision.code !== 'prices-not-reserved')) throw toProblemError(decision);
      if (!tried.ok) throw toProblemError(tried);
      await reservePrices(ports, award, body.sentOn, key);
    }
    return giveCommand(ports, call, told);
  };
