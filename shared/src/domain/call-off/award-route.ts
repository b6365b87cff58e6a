import type { DirectAwardBasis } from '../register/framework.ts';

/** R30: a provider is chosen by a basis that the framework permits. `basisReason`: how the school knows, where only it can say; it names no pupil. */
export interface DirectAward {
  readonly basis: DirectAwardBasis;
  readonly basisReason?: string | undefined;
  readonly blockRef?: undefined;
  readonly enquiryRef?: undefined;
}

/** Row 39: the provider was chosen in this competition, at the price that it quoted. */
export interface CompetitionResult {
  readonly enquiryRef: string;
  readonly basis?: undefined;
  readonly basisReason?: undefined;
  readonly blockRef?: undefined;
}

/** Row 54: units of this block purchase are drawn, which its buyer owes already. */
export interface BlockDrawDown {
  readonly blockRef: string;
  readonly basis?: undefined;
  readonly basisReason?: undefined;
  readonly enquiryRef?: undefined;
}

/** How a placement is bought: one way, never two. */
export type AwardRoute = DirectAward | CompetitionResult | BlockDrawDown;

/** Their names, as lists show them. */
export const callOffRoutes = ['direct-award', 'further-competition', 'block-draw-down'] as const;
export type CallOffRoute = (typeof callOffRoutes)[number];

/** The route of a request, by whether it names a block purchase or a competition. */
export const routeOf = ({ blockRef, enquiryRef }: Pick<AwardRoute, 'blockRef' | 'enquiryRef'>): CallOffRoute => {
  if (blockRef !== undefined) return 'block-draw-down';
  return enquiryRef === undefined ? 'direct-award' : 'further-competition';
};

/** What a text from outside may name of a route, before it is known to be one. */
export interface RouteNamed {
  readonly basis?: DirectAwardBasis | undefined;
  readonly basisReason?: string | undefined;
  readonly blockRef?: string | undefined;
  readonly enquiryRef?: string | undefined;
}

/**
 * The one route that is named; `undefined` where none is. Records from before a basis belonged to direct awards alone name one on every route: there it said
 * nothing, and is left out.
 */
export const routeNamed = ({ basis, basisReason, blockRef, enquiryRef }: RouteNamed): AwardRoute | undefined => {
  if (blockRef !== undefined) return { blockRef };
  if (enquiryRef !== undefined) return { enquiryRef };
  if (basis === undefined) return undefined;
  return basisReason === undefined ? { basis } : { basis, basisReason };
};

/** Why what is named is not one route, with the field at fault; `undefined` when it is. */
export const whyNotOneRoute = ({
  basis,
  basisReason,
  blockRef,
  enquiryRef,
}: RouteNamed): { sentence: string; field: string } | undefined => {
  if (blockRef !== undefined && enquiryRef !== undefined)
    return { sentence: 'A request draws on a block purchase or follows a competition, not both. Leave one of them out', field: 'blockRef' };
  if (blockRef === undefined && enquiryRef === undefined)
    return basis === undefined ? { sentence: 'Choose why this provider', field: 'basis' } : undefined;
  return basis === undefined && basisReason === undefined
    ? undefined
    : {
        sentence: `Only a direct award states why this provider: here the ${blockRef === undefined ? 'competition' : 'block purchase'} says it. Leave it out`,
        field: 'basis',
      };
};

/** A request without its route, and the route alone. */
export const splitRoute = <Request extends AwardRoute>(
  request: Request,
): { readonly placement: Omit<Request, keyof RouteNamed>; readonly award: AwardRoute } => {
  const { basis: _basis, basisReason: _reason, blockRef: _block, enquiryRef: _enquiry, ...placement } = request;
  if (request.blockRef !== undefined) return { placement, award: { blockRef: request.blockRef } };
  if (request.enquiryRef !== undefined) return { placement, award: { enquiryRef: request.enquiryRef } };
  const { basis, basisReason } = request;
  return { placement, award: basisReason === undefined ? { basis } : { basis, basisReason } };
};
