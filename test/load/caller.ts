import { apiScope, teamsWebClientId } from '@ap/local/sample/ids';
import { type ApiClient, ApiError, apiClient } from '@ap/shared/contract/client';
import type { Person } from '@ap/shared/domain/people/person';
import type { Stage } from './stage.ts';

/** The bot's answer to a press on a card, when it is no card. */
export class CardRefused extends Error {}

/** How the product refused, in words that can be counted; `undefined` for what is no answer of it. */
export const refusalOf = (error: unknown): string | undefined => {
  if (error instanceof ApiError) return `${error.problem.status} ${error.problem.code}`;
  return error instanceof CardRefused ? `card ${error.message}` : undefined;
};

/** Answers after which a person presses again, because nothing was decided. */
export const isBusy = (refusal: string | undefined): boolean =>
  refusal !== undefined && (/^(429|503) /.test(refusal) || refusal === 'card busy-try-later');

/** Each person's client of the API, with one token for the whole run. Counts the statuses of all answers. */
export const callersOf = ({ people, api }: Pick<Stage, 'people' | 'api'>) => {
  const tokens = new Map<string, Promise<string>>();
  const statuses = new Map<number, number>();
  const signIn = async ({ tenantId, objectId }: Person): Promise<string> => {
    const asked = { tenantId, userId: objectId, clientId: teamsWebClientId, scope: apiScope };
    return (await people.control<{ access_token: string }>('POST', '/_local/sign-in', asked)).access_token;
  };
  const watched: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    return response;
  };
  const as = (person: Person): ApiClient => {
    const token = tokens.get(person.objectId) ?? signIn(person);
    tokens.set(person.objectId, token);
    return apiClient({ baseUrl: api, getToken: () => token, fetch: watched });
  };
  return { as, statuses };
};

export type Callers = ReturnType<typeof callersOf>;

/** Does an act again, after the pause, as long as the product says that it is busy, as a person does who is told to try again. `undefined` when given up. */
export const pressingAgain = async <T>(
  perform: () => Promise<T | undefined>,
  wasBusy: () => boolean,
  pause: () => Promise<void>,
  times: number,
): Promise<T | undefined> => {
  for (let press = 0; ; press += 1) {
    const result = await perform();
    if (result !== undefined || !wasBusy() || press >= times) return result;
    await pause();
  }
};
