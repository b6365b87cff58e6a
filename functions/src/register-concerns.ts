import { commissioningApi } from '@ap/shared/contract/commissioning-api';
import { commissioningPlace } from '@ap/shared/contract/commissioning-place';
import { concernsApi } from '@ap/shared/contract/concerns-api';
import { ownChecksApi } from '@ap/shared/contract/own-checks-api';
import { type LinkTargets, pageLink, placeLink } from '@ap/shared/contract/place-link';
import type { Outbox } from './effects/outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { type ConcernLinks, concernOutbox } from './quality/concern-outbox.ts';
import { decideConcern, getConcern, listConcerns } from './quality/decide-concern.ts';
import { ownCheckOutbox } from './quality/own-check-outbox.ts';
import { getOwnChecks, listOwnChecks, recordOwnCheck } from './quality/own-checks.ts';
import { listRegistrationLoads } from './quality/registration-loads.ts';
import { listMyConcerns, type ProviderOfCallOff, reportConcern, whomToRing } from './quality/report-concern.ts';
import { visitOutbox } from './quality/visit-outbox.ts';
import { decideVisit, listVisits, planVisit } from './quality/visits.ts';

export interface ConcernSupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly targets: LinkTargets;
  readonly ofCallOff: ProviderOfCallOff;
}

/** Where the concern of a reference is read. */
export const concernLinks = (targets: LinkTargets): ConcernLinks => ({
  onCard: (ref) => placeLink(targets, commissioningPlace({ at: 'concern', ref })),
  inMail: (ref) => pageLink(targets, commissioningPlace({ at: 'concern', ref })),
});

/** Joins concerns, visits, schools' own checks and the threshold of registration: their routes, and their outboxes, which it hands back for the queue and the sweep. */
export const registerConcerns = ({ ports, supplies, targets, ofCallOff }: ConcernSupplies): readonly Outbox[] => {
  route(concernsApi.whomToRing, supplies, whomToRing(ports, ofCallOff));
  route(concernsApi.reportConcern, supplies, reportConcern(ports, ofCallOff));
  route(concernsApi.listMyConcerns, supplies, listMyConcerns(ports));
  route(commissioningApi.listConcerns, supplies, listConcerns(ports));
  route(commissioningApi.getConcern, supplies, getConcern(ports));
  route(commissioningApi.decideConcern, supplies, decideConcern(ports));
  route(commissioningApi.listVisits, supplies, listVisits(ports));
  route(commissioningApi.planVisit, supplies, planVisit(ports));
  route(commissioningApi.decideVisit, supplies, decideVisit(ports));
  route(commissioningApi.listRegistrationLoads, supplies, listRegistrationLoads(ports));
  route(ownChecksApi.getOwnChecks, supplies, getOwnChecks(ports));
  route(ownChecksApi.recordOwnCheck, supplies, recordOwnCheck(ports));
  route(commissioningApi.listOwnChecks, supplies, listOwnChecks(ports));
  return [concernOutbox(ports, concernLinks(targets)), visitOutbox(ports), ownCheckOutbox(ports)];
};
