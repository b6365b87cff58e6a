import { SignInNeeded } from '@ap/shared/ui/host-faults';
import { toSettings } from '../settings.ts';
import { chooseHost } from './choose-host.ts';
import { historyDepth, nextState } from './history-depth.ts';
import { signInNeeded } from './sign-in-needed.ts';
import { tokenCache } from './token-cache.ts';
import { TimedOut, withTimeOut } from './with-time-out.ts';

const now = 1_800_000_000_000;
const tokenEnding = (secondsFromNow: number): string => `x.${btoa(JSON.stringify({ exp: now / 1000 + secondsFromNow }))}.x`;

describe('which host is started', () => {
  it('is Teams in a frame and in its mobile clients, whatever the build', () => {
    expect(chooseHost({ framed: true, nativeInterface: false, sample: true })).toBe('teams');
    expect(chooseHost({ framed: false, nativeInterface: true, sample: false })).toBe('teams');
  });

  it('is the local run only in a sample build', () => {
    expect(chooseHost({ framed: false, nativeInterface: false, sample: true })).toBe('local');
    expect(chooseHost({ framed: false, nativeInterface: false, sample: false })).toBe('browser');
  });

  it('never trusts the stand-in window outside a sample build', () => {
    const file = { apiUrl: 'https://api.example', apiClientId: 'id', apiScope: 'scope', localWindow: 'http://localhost:3000' };
    expect(toSettings(file, 'production').windowOrigin).toBeUndefined();
    expect(toSettings(file, 'sample').windowOrigin).toBe('http://localhost:3000');
    expect(() => toSettings({}, 'production')).toThrow(/apiUrl/);
  });
});

describe('a token', () => {
  it('is asked for once by calls at the same time, kept, and asked for again a minute before its end', async () => {
    let clock = now;
    const ask = jest.fn(async () => tokenEnding(3600));
    const cache = tokenCache(ask, () => clock);
    await Promise.all([cache.get(), cache.get()]);
    await cache.get();
    expect(ask).toHaveBeenCalledTimes(1);
    clock = now + 3_541_000;
    await cache.get();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('that cannot be read is not kept', async () => {
    const ask = jest.fn(async () => 'opaque');
    const cache = tokenCache(ask, () => now);
    await cache.get();
    await cache.get();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('can be asked for again after a refusal', async () => {
    const ask = jest.fn<Promise<string>, []>().mockRejectedValueOnce(new SignInNeeded('person')).mockResolvedValue(tokenEnding(3600));
    const cache = tokenCache(ask, () => now);
    await expect(cache.get()).rejects.toBeInstanceOf(SignInNeeded);
    await expect(cache.get()).resolves.toBe(tokenEnding(3600));
  });
});

describe('a refused token', () => {
  it.each([
    ['AADSTS90094: admin consent is required', 'administrator'],
    ['invalid_client: AADSTS650052', 'administrator'],
    ['resourceRequiresConsent', 'person'],
    ['CancelledByUser', 'person'],
    ['FailedToOpenWindow', 'person'],
  ])('E3: %p is for the %s to mend', (told, who) => expect(signInNeeded(new Error(told)).who).toBe(who));
});

describe('history', () => {
  it('counts the pages behind, and not the filters of one page', () => {
    const second = nextState(null, false);
    expect([historyDepth(null), historyDepth(second), historyDepth(nextState(second, true))]).toEqual([0, 1, 1]);
  });
});

it('a host that never answers ends the wait', async () => {
  await expect(withTimeOut(new Promise<void>(() => undefined), 5, 'Teams')).rejects.toBeInstanceOf(TimedOut);
});
