import { earlyAnswers } from './early-answers.ts';

const api = 'https://api.example/api';
const directory = { pathname: '/directory', search: '' };
const token = async (): Promise<string> => 'token';
const get = { method: 'GET' };

/** An API that answers each address with how often it was asked. */
const countingApi = () => {
  const asked: string[] = [];
  const ask = async (address: Parameters<typeof fetch>[0]): Promise<Response> => {
    asked.push(`${address}`);
    return Response.json(asked.filter((other) => other === address).length);
  };
  return { asked, ask };
};

describe('what the first screen will ask for', () => {
  it('is asked for while its code is on the way, and given to it once', async () => {
    const { asked, ask } = countingApi();
    const early = earlyAnswers(api, directory, ask);
    early.ask(token);
    await Promise.resolve();
    expect(asked).toEqual([`${api}/me`, `${api}/directory`, `${api}/call-offs?scope=waiting`]);
    expect(await (await early.fetch(`${api}/directory`, get)).json()).toBe(1);
    expect(asked).toHaveLength(3);
    expect(await (await early.fetch(`${api}/directory`, get)).json()).toBe(2);
  });

  it('is not asked for early with a search in the address, which may hold a full postcode, or on another page', async () => {
    for (const place of [
      { pathname: '/directory', search: '?near=DT11+8BG' },
      { pathname: '/requests', search: '' },
    ]) {
      const { asked, ask } = countingApi();
      earlyAnswers(api, place, ask).ask(token);
      await Promise.resolve();
      expect(asked).toEqual([]);
    }
  });

  it('is asked for by the screen when nobody was signed in before', async () => {
    const { asked, ask } = countingApi();
    const early = earlyAnswers(api, directory, ask);
    early.ask(() => Promise.reject(new Error('Sign in to go on.')));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await (await early.fetch(`${api}/me`, get)).json()).toBe(1);
    expect(asked).toEqual([`${api}/me`]);
  });

  it('never stands in for a change', async () => {
    const { asked, ask } = countingApi();
    const early = earlyAnswers(api, directory, ask);
    early.ask(token);
    await Promise.resolve();
    await early.fetch(`${api}/me`, { method: 'POST' });
    expect(asked.filter((address) => address.endsWith('/me'))).toHaveLength(2);
  });
});
