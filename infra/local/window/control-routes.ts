import { BadLocalRequest, jsonAnswer, type LocalRequest, type LocalRoute, objectBody } from './local-exchange.ts';
import { choosable, type LocalPerson } from './people.ts';
import { type PersonId, parsePersonKey } from './person-key.ts';
import type { SignIn } from './sign-in.ts';
import type { TenantConnection } from './tenant-connection.ts';
import type { WindowOptions } from './window-options.ts';

/** The person that a request names. Throws `BadLocalRequest` when it names none. */
export const personOf = (request: LocalRequest): PersonId => {
  const named = request.query.get('person') ?? (request.json as { person?: string } | undefined)?.person;
  const person = parsePersonKey(named);
  if (!person) throw new BadLocalRequest('`person` must be <tenantId>/<objectId>.');
  return person;
};

/**
 * What the page may ask of the local tenant's control routes. A person travels as `person=tenantId/objectId` and is told to
 * the tenant as `tenantId` and `userId`.
 */
export const controlRoutes = (
  tenant: TenantConnection,
  signIn: SignIn,
  { organisation, notes = {}, apiScope }: WindowOptions,
): LocalRoute => {
  /** A body with `person` becomes the tenant's body with `tenantId` and `userId`. */
  const forPerson = (request: LocalRequest): Readonly<Record<string, unknown>> => {
    const { person: _person, ...rest } = objectBody(request);
    return { ...personOf(request), ...rest };
  };
  const routes: Readonly<Record<string, LocalRoute>> = {
    'GET /local/people': async () => {
      const answer = await tenant.call({ method: 'GET', path: '/_local/people' });
      if (answer.status !== 200) return answer;
      return jsonAnswer(200, choosable(JSON.parse(answer.body) as LocalPerson[], organisation, notes));
    },
    'GET /local/token': (request) => signIn.token(personOf(request), apiScope),
    'GET /local/mail': (request) => {
      const to = request.query.get('to');
      return tenant.call({ method: 'GET', path: `/_local/mail${to ? `?to=${encodeURIComponent(to)}` : ''}` });
    },
    'GET /local/chats': (request) => {
      const { tenantId, userId } = personOf(request);
      return tenant.call({ method: 'GET', path: `/_local/chats?tenantId=${tenantId}&userId=${userId}` });
    },
    'GET /local/activity': (request) => {
      const { tenantId, userId } = personOf(request);
      return tenant.call({ method: 'GET', path: `/_local/activity?tenantId=${tenantId}&userId=${userId}` });
    },
    'POST /local/chats/invoke': (request) => tenant.call({ method: 'POST', path: '/_local/chats/invoke', json: forPerson(request) }),
    'POST /local/chats/message': (request) => tenant.call({ method: 'POST', path: '/_local/chats/message', json: forPerson(request) }),
    ...Object.fromEntries(
      ['compose/search', 'compose/link', 'compose/card', 'dialogs/fetch', 'dialogs/submit'].map((what): [string, LocalRoute] => [
        `POST /local/${what}`,
        (request) => tenant.call({ method: 'POST', path: `/_local/${what}`, json: forPerson(request) }),
      ]),
    ),
    'POST /local/teams-app': (request) => tenant.call({ method: 'POST', path: '/_local/teams-app', json: forPerson(request) }),
    'GET /local/faults': () => tenant.call({ method: 'GET', path: '/_local/faults' }),
    'POST /local/faults': (request) => tenant.call({ method: 'POST', path: '/_local/faults', json: objectBody(request) }),
    'DELETE /local/faults': () => tenant.call({ method: 'DELETE', path: '/_local/faults' }),
  };
  return async (request) => routes[`${request.method} ${request.path}`]?.(request);
};
