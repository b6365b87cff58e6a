import { issueLink } from '../capability-link.ts';
import { sessionHolds, tryCode } from './provider-sign-in.ts';

describe('a contact of a provider signs in by a mailed code', () => {
  const issued = '2027-01-14T08:00:00Z';
  const link = (scope: 'provider-code' | 'provider-session') =>
    issueLink(
      {
        linkId: 'l',
        scope,
        subject: 'P-0001',
        secretHash: 'h',
        holder: { email: 'office@greenway.example', organisation: 'Greenway', registryNumber: '', providerRef: 'P-0001' },
      },
      issued,
    );

  test('a code is tried five times, in ten minutes, and opens once', () => {
    let present = link('provider-code');
    for (let wrong = 0; wrong < 4; wrong += 1) present = tryCode(present, false, issued).link ?? present;
    expect(tryCode(present, true, issued).ok).toBe(true);
    expect(tryCode(tryCode(present, true, issued).link, true, issued).ok).toBe(false);
    expect(tryCode(tryCode(present, false, issued).link, true, issued).ok).toBe(false);
    expect(tryCode(link('provider-code'), true, '2027-01-14T08:09:59Z').ok).toBe(true);
    expect(tryCode(link('provider-code'), true, '2027-01-14T08:10:00Z').ok).toBe(false);
    expect(tryCode(link('provider-session'), true, issued).ok).toBe(false);
  });

  test('a session holds for twelve hours, and not after its mailbox has left the register', () => {
    const provider = { email: 'Office@greenway.example', status: 'active' };
    const holds = (now: string, known: Parameters<typeof sessionHolds>[2] = provider) =>
      sessionHolds(link('provider-session'), true, known, now);
    expect(holds('2027-01-14T19:59:59Z')).toBe(true);
    expect(holds('2027-01-14T20:00:00Z')).toBe(false);
    expect(holds(issued, { ...provider, email: 'new@greenway.example' })).toBe(false);
    expect(holds(issued, { ...provider, status: 'removed' })).toBe(false);
    expect(sessionHolds(link('provider-code'), true, provider, issued)).toBe(false);
    const session = link('provider-session');
    expect(sessionHolds(session, false, provider, issued)).toBe(false);
    expect(sessionHolds(undefined, true, provider, issued)).toBe(false);
    expect(sessionHolds(session, true, undefined, issued)).toBe(false);
    expect(sessionHolds({ ...session, holder: undefined }, true, provider, issued)).toBe(false);
    expect(sessionHolds({ ...session, revokedAt: issued }, true, provider, issued)).toBe(false);
  });
});
