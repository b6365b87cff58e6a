import { randomUUID } from 'node:crypto';
import type { BotSupplies } from './adapters/teams/inbound.ts';
import { answerCard } from './approvals/answer-card.ts';
import { endStart, offerStart } from './call-offs/start-request.ts';
import { helpCard } from './cards/help-card.ts';
import { findProvision } from './directory/find-provision.ts';
import { unfoldLink } from './directory/unfold-link.ts';
import { teamsCaller } from './http/teams-caller.ts';
import type { Ports } from './ports.ts';

/** What the bot does with each kind of activity, joined from the features: who acts is the person of the verified activity. */
export const botSupplies = (ports: Ports, pagesUrl: string, verify: BotSupplies['verify']): BotSupplies => {
  const callOffPage = (ref: string): string => `${pagesUrl}/requests/${encodeURIComponent(ref)}`;
  const servicePage = (serviceRef: string): string => `${pagesUrl}/services/${encodeURIComponent(serviceRef)}`;
  const callerOf = teamsCaller(ports.buyers);
  const find = findProvision(ports, servicePage);
  const unfold = unfoldLink(ports, pagesUrl, servicePage);
  const offer = offerStart(ports, (serviceRef) => `${pagesUrl}/start/${encodeURIComponent(serviceRef)}`);
  const end = endStart(
    ports,
    (draftId, serviceRef) => `${pagesUrl}/request/${encodeURIComponent(draftId)}?service=${encodeURIComponent(serviceRef)}`,
  );
  return {
    verify,
    answerCard: answerCard(ports, callOffPage, randomUUID),
    compose: {
      search: async (query, by) => find(await callerOf(by), query),
      unfold: async (url, by) => {
        await callerOf(by);
        return unfold(url);
      },
    },
    dialogs: {
      open: async (data, by) => offer(await callerOf(by), data),
      end: async (data, by) => end(await callerOf(by), data),
    },
    helpCard: helpCard(pagesUrl),
    cards: ports.cards,
    log: ports.log,
  };
};
