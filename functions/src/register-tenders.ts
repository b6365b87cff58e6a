import { commissioningApi } from '@ap/shared/contract/commissioning-api';
import { commissioningPlace } from '@ap/shared/contract/commissioning-place';
import { linkApi } from '@ap/shared/contract/link-api';
import { type LinkTargets, placeLink } from '@ap/shared/contract/place-link';
import { moveApplication, saveApplication, signDeclaration, startApplication, viewApplication } from './applications/applications.ts';
import { askApplicationLink, listOpenRounds } from './applications/ask-link.ts';
import { askClarification, withdrawClarification } from './applications/questions.ts';
import type { Outbox } from './effects/outbox.ts';
import { attemptsOf } from './http/attempts.ts';
import { type LinkRouteSupplies, linkRoute } from './http/link-route.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { answerClarification } from './rounds/clarifications.ts';
import { amendFramework, listFrameworks, moveFramework, planFramework } from './rounds/frameworks.ts';
import { inviteApplicant } from './rounds/invite-applicant.ts';
import { listLots } from './rounds/list-lots.ts';
import { getRound, listRounds } from './rounds/read-rounds.ts';
import { roundClock } from './rounds/round-clock.ts';
import { amendRound, moveRound, planRound } from './rounds/rounds.ts';
import { tenderOutboxes } from './tender-effects.ts';
import { registerTimer } from './triggers.ts';

export interface TenderSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly linkSupplies: LinkRouteSupplies;
  readonly targets: LinkTargets;
}

/** What the way onto the framework does, joined to its use cases. Answers with its outboxes. */
export const registerTenders = ({ ports, supplies, linkSupplies, targets }: TenderSupplies): readonly Outbox[] => {
  const applyPage = `${targets.pages}/apply/`;
  const pageOf = (linkId: string, secret: string): string => `${applyPage}#${linkId}.${secret}`;

  route(commissioningApi.listFrameworks, supplies, listFrameworks(ports));
  route(commissioningApi.planFramework, supplies, planFramework(ports));
  route(commissioningApi.amendFramework, supplies, amendFramework(ports));
  route(commissioningApi.moveFramework, supplies, moveFramework(ports));
  route(commissioningApi.listLots, supplies, listLots(ports));
  route(commissioningApi.listRounds, supplies, listRounds(ports));
  route(commissioningApi.getRound, supplies, getRound(ports));
  route(commissioningApi.planRound, supplies, planRound(ports));
  route(commissioningApi.amendRound, supplies, amendRound(ports));
  route(commissioningApi.moveRound, supplies, moveRound(ports));
  route(commissioningApi.answerClarification, supplies, answerClarification(ports));
  route(commissioningApi.inviteApplicant, supplies, inviteApplicant(ports, pageOf));

  linkRoute(linkApi.listOpenRounds, linkSupplies, listOpenRounds(ports));
  // Whoever asks for links is known by nothing: fewer tries for each address than with a link in hand.
  linkRoute(linkApi.askApplicationLink, { ...linkSupplies, attempts: attemptsOf(10) }, askApplicationLink(ports, pageOf));
  linkRoute(linkApi.viewApplication, linkSupplies, viewApplication(ports));
  linkRoute(linkApi.startApplication, linkSupplies, startApplication(ports));
  linkRoute(linkApi.saveApplication, linkSupplies, saveApplication(ports));
  linkRoute(linkApi.signDeclaration, linkSupplies, signDeclaration(ports));
  linkRoute(linkApi.moveApplication, linkSupplies, moveApplication(ports));
  linkRoute(linkApi.askClarification, linkSupplies, askClarification(ports));
  linkRoute(linkApi.withdrawClarification, linkSupplies, withdrawClarification(ports));

  registerTimer('roundClock', roundClock(ports));
  return tenderOutboxes(ports, {
    apply: applyPage,
    round: (ref) => placeLink(targets, commissioningPlace({ at: 'round', ref })),
  });
};
