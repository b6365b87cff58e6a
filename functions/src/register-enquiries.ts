import { enquiriesApi } from '@ap/shared/contract/enquiries-api';
import { linkApi } from '@ap/shared/contract/link-api';
import type { Outbox } from './effects/outbox.ts';
import { recordOutbox } from './effects/record-outbox.ts';
import { listEnquiryCandidates } from './enquiries/candidates.ts';
import { actOnEnquiry, getEnquiry, listEnquiries, sendEnquiry } from './enquiries/enquiries.ts';
import { enquiriesHome } from './enquiries/enquiries-home.ts';
import { enquiryClock } from './enquiries/enquiry-clock.ts';
import { answerEnquiry, type EnquiryPage, viewEnquiry } from './enquiries/enquiry-link.ts';
import { enquiryPerformers } from './enquiries/enquiry-news.ts';
import { type LinkRouteSupplies, linkRoute } from './http/link-route.ts';
import { type RouteSupplies, route } from './http/route.ts';
import type { Ports } from './ports/ports.ts';
import { registerTimer } from './triggers.ts';

interface EnquirySupplies {
  readonly ports: Ports;
  readonly supplies: RouteSupplies;
  readonly linkSupplies: LinkRouteSupplies;
  readonly links: Readonly<Record<'onCard' | 'inMail', (ref: string) => string>>;
  readonly pageOf: EnquiryPage;
}

/** Joins enquiries and competitions to their use cases and the clock. Hands back their outbox for the queue and the sweep. */
export const registerEnquiries = ({ ports, supplies, linkSupplies, links, pageOf }: EnquirySupplies): Outbox => {
  route(enquiriesApi.listEnquiries, supplies, listEnquiries(ports));
  route(enquiriesApi.getEnquiry, supplies, getEnquiry(ports));
  route(enquiriesApi.listEnquiryCandidates, supplies, listEnquiryCandidates(ports));
  route(enquiriesApi.sendEnquiry, supplies, sendEnquiry(ports));
  route(enquiriesApi.actOnEnquiry, supplies, actOnEnquiry(ports));
  linkRoute(linkApi.viewEnquiry, linkSupplies, viewEnquiry(ports));
  linkRoute(linkApi.answerEnquiry, linkSupplies, answerEnquiry(ports));
  registerTimer('enquiryClock', enquiryClock(ports));
  return recordOutbox(enquiriesHome(ports), enquiryPerformers(ports, links, pageOf), ports.log);
};
