import { commissioningApi } from '@ap/shared/contract/commissioning-api';
import { commissioningPlace } from '@ap/shared/contract/commissioning-place';
import { type LinkTargets, pageLink, placeLink } from '@ap/shared/contract/place-link';
import type { Outbox } from './effects/outbox.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { decideCheck, decideStanding, scheduleCheck } from './quality/decide-quality.ts';
import type { OrderLinks } from './quality/order-hold-effects.ts';
import { runQualityClock } from './quality/quality-clock.ts';
import { qualityOutboxes } from './quality/quality-outboxes.ts';
import { getPassport, getQualityCalendar, listHeldProviders } from './quality/read-quality.ts';
import { registerTimer } from './triggers.ts';

export interface QualitySupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly targets: LinkTargets;
  readonly links: OrderLinks;
}

/** Joins everything by which quality is kept: its routes, its clock and its outboxes, which it hands back for the queue and the sweep. */
export const registerQuality = ({ ports, supplies, targets, links }: QualitySupplies): readonly Outbox[] => {
  route(commissioningApi.scheduleCheck, supplies, scheduleCheck(ports));
  route(commissioningApi.decideCheck, supplies, decideCheck(ports));
  route(commissioningApi.getPassport, supplies, getPassport(ports));
  route(commissioningApi.decideStanding, supplies, decideStanding(ports));
  route(commissioningApi.getQualityCalendar, supplies, getQualityCalendar(ports));
  route(commissioningApi.listHeldProviders, supplies, listHeldProviders(ports));
  const calendar = commissioningPlace({ at: 'quality' });
  registerTimer('qualityClock', runQualityClock(ports, { onCard: placeLink(targets, calendar), inMail: pageLink(targets, calendar) }));
  const passport = (providerRef: string) => commissioningPlace({ at: 'passport', providerRef });
  return qualityOutboxes(ports, {
    orders: links,
    passports: { onCard: (ref) => placeLink(targets, passport(ref)), inMail: (ref) => pageLink(targets, passport(ref)) },
  });
};
