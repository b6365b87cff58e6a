/** Answers that were asked for before the code of the screens was there. */
export interface EarlyAnswers {
  /** Asks for what the first screen will ask for. */
  readonly ask: (getToken: () => Promise<string>) => void;
  /** `fetch`, except that each early answer is given once instead of asking again. */
  readonly fetch: typeof fetch;
}

/** What the directory asks for when nothing is searched for yet. */
const firstAddresses = ['/me', '/directory', '/call-offs?scope=waiting'];

/**
 * Early answers for the directory without a search, where most visits begin. An address with a search is left to the screen: it may hold
 * a full postcode, which must be cut before it is sent. What could not be had early is asked for again by the screen.
 */
export const earlyAnswers = (
  apiUrl: string,
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  ask: typeof fetch = (address, init) => fetch(address, init),
): EarlyAnswers => {
  const answers = new Map<string, Promise<Response>>();
  const isDirectory = (pathname === '/' || pathname === '/directory') && search === '';
  const get = async (address: string, getToken: () => Promise<string>): Promise<Response> =>
    ask(address, {
      method: 'GET',
      headers: { authorization: `Bearer ${await getToken()}`, accept: 'application/json' },
      credentials: 'omit',
    });
  return {
    ask: (getToken) => {
      for (const address of isDirectory ? firstAddresses.map((path) => `${apiUrl}${path}`) : []) {
        const answer = get(address, getToken);
        answers.set(address, answer);
        answer.catch(() => answers.delete(address));
      }
    },
    fetch: (address, init) => {
      const early = init?.method === 'GET' && typeof address === 'string' ? answers.get(address) : undefined;
      if (early === undefined) return ask(address, init);
      answers.delete(`${address}`);
      return early;
    },
  };
};
