import fc from 'fast-check';
import {
  type CapabilityLink,
  issueLink,
  type LinkScope,
  linkDays,
  linkScopes,
  mostViews,
  revokeLink,
  useLink,
  viewLink,
} from './capability-link.ts';

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
  for (const answer of answers)
    expect(answer).toEqual({
      ok: false,
      code: 'link-not-open',
      detail: 'This link cannot be used any more. Ask the commissioning team to send you a new one.',
      field: '/link',
    });
  expect(viewLink(link, 'application', true, now)).toEqual(answers[0]);
  expect(useLink(link, 'application', true, now)).toEqual(answers[0]);
});

test('it is used once; afterwards it may be looked at, and not used', () => {
  const done = used(link);
  expect(done.usedAt).toBe(now);
  expect(opened(done)).toBe('open');
  expect(useLink(done, 'provider-profile', true, now)).toEqual({
    ok: false,
    code: 'link-used',
    detail: 'This link was used before. Ask the commissioning team for a new one to send something else.',
    field: '/link',
  });
});

test('each look is counted, and the last one allowed is one', () => {
  const looked = viewLink({ ...link, views: mostViews['provider-profile'] - 1 }, 'provider-profile', true, now);
  expect(looked).toEqual({ ok: true, link: { ...link, views: 50 } });
  expect(link.views).toBe(0);
});

test('how long a link lasts and how often it may be looked at, by what it is for', () => {
  const days = (scope: LinkScope) => {
    const made = issueLink({ linkId: 'a', scope, subject: 'x', secretHash: 'h' }, now);
    return (Date.parse(made.expiresAt) - Date.parse(now)) / 86_400_000;
  };
  expect(linkScopes.map((scope) => [scope, days(scope), mostViews[scope]])).toEqual([
    ['provider-profile', 14, 50],
    ['application', 200, 2_000],
    ['agreement', 60, 200],
    ['order-offer', 30, 200],
    ['block-offer', 30, 200],
    ['enquiry', 60, 200],
    // Ten minutes, and five tries.
    ['provider-code', 10 / 1440, 5],
    ['provider-session', 0.5, 20_000],
  ]);
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
