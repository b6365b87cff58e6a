import fc from 'fast-check';
import { type CapabilityLink, issueLink, linkDays, mostViews, revokeLink, useLink, viewLink } from './capability-link.ts';

const now = '2026-11-26T10:00:00.000Z';
const later = (days: number): string => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const link = issueLink({ linkId: 'a', scope: 'provider-profile', subject: 'P-0001', secretHash: 'h' }, now);

const opened = (given: CapabilityLink | undefined, at = now, matches = true): string => {
  const answer = viewLink(given, 'provider-profile', matches, at);
  return answer.ok ? 'open' : answer.code;
};
const used = (given: CapabilityLink, at = now): CapabilityLink => {
  const answer = useLink(given, 'provider-profile', true, at);
  if (!answer.ok) throw new Error(answer.code);
  return answer.link;
};

test('a link is open until its last instant', () => {
  expect(opened(link)).toBe('open');
  expect(opened(link, later(linkDays['provider-profile'] - 0.001))).toBe('open');
  expect(opened(link, later(linkDays['provider-profile']))).toBe('link-not-open');
});

test('unknown, over, taken back, a wrong secret and too many looks are answered alike', () => {
  const cases: readonly [CapabilityLink | undefined, string, boolean][] = [
    [undefined, now, true],
    [link, later(30), true],
    [revokeLink(link, now), now, true],
    [link, now, false],
    [{ ...link, views: mostViews['provider-profile'] }, now, true],
  ];
  const answers = cases.map(([given, at, matches]) => viewLink(given, 'provider-profile', matches, at));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('it is used once; afterwards it may be looked at, and not used', () => {
  const done = used(link);
  expect(done.usedAt).toBe(now);
  expect(opened(done)).toBe('open');
  expect(useLink(done, 'provider-profile', true, now)).toMatchObject({ ok: false, code: 'link-used' });
});

test('a link that was taken back stays so, with its first time', () => {
  expect(revokeLink(revokeLink(link, now), later(1)).revokedAt).toBe(now);
});

test('whatever is done with it and when, it is used at most once, and never after its end', () => {
  const act = fc.record({ what: fc.constantFrom('view', 'use', 'revoke'), day: fc.integer({ min: 0, max: 20 }), matches: fc.boolean() });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let present = link;
      let uses = 0;
      for (const { what, day, matches } of acts) {
        if (what === 'revoke') present = revokeLink(present, later(day));
        else {
          const answer = (what === 'use' ? useLink : viewLink)(present, 'provider-profile', matches, later(day));
          if (answer.ok && what === 'use') {
            uses += 1;
            expect(matches && later(day) < present.expiresAt && present.revokedAt === undefined).toBe(true);
          }
          if (answer.ok) present = answer.link;
        }
      }
      expect(uses).toBeLessThanOrEqual(1);
    }),
  );
});
