import { distanceMiles, type Position } from '../domain/pupils/outcode.ts';
import type { DeliveryMode } from '../domain/register/service.ts';
import type { ServiceDocument } from './document.ts';

/** Centres of outcodes, by outcode in capitals. */
export type Outcodes = ReadonlyMap<string, Position>;

/** Where pupil and provider meet: the pupil goes there, the provider comes, or nobody travels. */
type Travel = 'pupil' | 'provider' | 'nobody';

const TRAVEL: Readonly<Record<DeliveryMode, Travel>> = {
  'off-site': 'pupil',
  'on-site': 'provider',
  home: 'provider',
  community: 'provider',
  online: 'nobody',
};

export function travelOf(document: ServiceDocument): Travel {
  return TRAVEL[document.deliveryMode];
}

/** The centre of an outcode; undefined when it is not known. */
export function centreOf(outcode: string | undefined, outcodes: Outcodes): Position | undefined {
  return outcode === undefined ? undefined : outcodes.get(outcode.toUpperCase());
}

/** Miles between search and service; undefined online and where a position is not known. */
export function milesTo(document: ServiceDocument, origin: Position | undefined, outcodes: Outcodes): number | undefined {
  if (origin === undefined || travelOf(document) === 'nobody') return undefined;
  const position = centreOf(document.outcode, outcodes);
  return position && distanceMiles(origin, position);
}

/**
 * Whether a service can be had within a radius: the pupil's journey is no longer than that, or the provider travels as far as the pupil
 * is. A provider who does not say how far it travels is held to the pupil's radius. A place not known is not within reach.
 */
export function isWithinReach(document: ServiceDocument, miles: number | undefined, radius: number): boolean {
  const travel = travelOf(document);
  if (travel === 'nobody') return true;
  if (miles === undefined) return false;
  return miles <= (travel === 'provider' ? (document.travelRadiusMiles ?? radius) : radius);
}
