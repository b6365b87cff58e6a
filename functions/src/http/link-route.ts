import type { BodyOf, Endpoint, ReplyOf } from '@ap/shared/contract/endpoint';
import { app } from '@azure/functions';
import type { Clock, Log } from '../ports/clock.ts';
import { type Attempts, addressOf } from './attempts.ts';
import { readInput } from './read-input.ts';
import { answer } from './route.ts';

/** What a handler of a capability link is given. The link in the body is all the leave there is: the use case looks at it first. */
export interface LinkCall<E> {
  readonly body: BodyOf<E>;
  readonly key: string;
}

export interface LinkRouteSupplies {
  readonly attempts: Attempts;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Registers one operation for people outside the tenant: no token, but the secret of a capability link in the body. POST only, so that nothing that looks
 * at an address (a mail scanner, a preview) does anything. Each address may try so often. The secret itself is checked by whoever opens the link: `commands/open-link.ts`.
 */
export const linkRoute = <E extends Endpoint>(
  declared: E,
  { attempts, clock, log }: LinkRouteSupplies,
  handler: (call: LinkCall<E>) => Promise<ReplyOf<E>>,
): void => {
  app.http(declared.name, {
    methods: ['POST'],
    route: declared.path.slice(1),
    authLevel: 'anonymous', // The link's secret is the authentication; host keys are not.
    handler: (request) =>
      answer(declared, log, async () => {
        attempts.count(addressOf(request.headers.get('x-forwarded-for')), clock.now());
        const { body, key } = await readInput(declared, request);
        return handler({ body, key } as LinkCall<E>);
      }),
  });
};
