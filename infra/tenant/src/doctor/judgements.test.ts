import { checkNames, type Finding, fault, fine, reportFindings, some, warn } from './finding.ts';
import { judgeLists, judgeReaders, judgeRows } from './judge-lists.ts';
import { judgeClock, judgeGrant, judgeOtherSites, judgePermissions, judgeSettings } from './judge-tenant.ts';
import { judgeApi, judgePages } from './judge-web.ts';
import { judgeApprovers, judgeGivenUp, judgeQueue, judgeSnapshot, judgeStuck, judgeSubscriptions } from './judge-work.ts';

const app = '0b6d3c1e-9f24-4a8b-b7c5-1d2e3f405162';
const now = '2026-11-28T09:00:00.000Z';
const ago = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();
const granted = (...roles: string[]) => [{ id: '1', roles, appIds: [app.toUpperCase()] }];
const day = 24 * 60;
const health = 'https://x/api/health';
const live = (list: string, minutes: number) => ({ list, refused: false, expiresAt: ago(-minutes) });

test.each<readonly [string, Finding, Finding['verdict'], string]>([
  ['settings that are complete', judgeSettings(undefined), 'ok', 'Every setting'],
  ['a setting that is missing', judgeSettings('The settings are not complete. MAIL_SENDER: Invalid input'), 'fault', 'MAIL_SENDER'],
  ['a clock that agrees', judgeClock(now, ago(0.2)), 'ok', 'agrees'],
  ['a clock a minute behind', judgeClock(now, ago(1)), 'warning', '60 seconds behind'],
  ['a clock ten minutes ahead', judgeClock(now, ago(-10)), 'fault', '600 seconds ahead of'],
  ['write on the site', judgeGrant(granted('write'), app), 'ok', 'has write'],
  ['no grant', judgeGrant([], app), 'fault', 'no grant'],
  ['another app’s grant', judgeGrant([{ id: '1', roles: ['write'], appIds: ['another'] }], app), 'fault', 'no grant'],
  ['a grant to read', judgeGrant(granted('read'), app), 'fault', 'only read'],
  ['a wider grant', judgeGrant(granted('write', 'fullcontrol'), app), 'fault', 'fullcontrol'],
  ['nothing elsewhere', judgeOtherSites([{ name: '/sites/schools', grants: [] }], app), 'ok', '1 other site'],
  ['a grant elsewhere', judgeOtherSites([{ name: '/sites/schools', grants: granted('read') }], app), 'fault', '/sites/schools'],
  ['the permissions it needs', judgePermissions(['Mail.Send', 'Sites.Selected']), 'ok', 'nothing else'],
  ['no leave to send mail', judgePermissions(['Sites.Selected']), 'warning', 'Exchange may give it for the one mailbox'],
  ['leave to do everything', judgePermissions(['Mail.Send', 'Sites.Selected', 'Sites.FullControl.All']), 'fault', 'Sites.FullControl.All'],
  ['permissions that nobody can see', judgePermissions(undefined), 'warning', 'may not read what it was given'],
  ['permissions that nobody was asked for', judgePermissions(undefined, false), 'warning', 'without the administrator’s settings'],
  [
    'a permission of another service',
    judgePermissions(['Mail.Send', 'Sites.Selected', '678536fe of SharePoint']),
    'fault',
    '678536fe of SharePoint',
  ],
  ['lists as they should be', judgeLists({ actions: [], refused: [] }, 40, true), 'ok', '40 lists'],
  [
    'a list that is gone',
    judgeLists({ actions: [{ kind: 'create-list', list: 'CallOffs', description: '' }], refused: [] }, 40, true),
    'fault',
    'create list CallOffs',
  ],
  [
    'a column that lost its index',
    judgeLists(
      { actions: [{ kind: 'change-column', list: 'Buyers', column: 'Status', change: { indexed: true } }], refused: [] },
      40,
      true,
    ),
    'fault',
    'Buyers.Status: indexed = true',
  ],
  [
    'a view that was changed',
    judgeLists({ actions: [{ kind: 'set-view', list: 'Buyers', view: { title: 'All', columns: [] } as never }], refused: [] }, 40, true),
    'warning',
    "view 'All' of Buyers",
  ],
  [
    'a change that could lose data',
    judgeLists({ actions: [], refused: [{ list: 'Buyers', column: 'Status', sentence: 'Buyers.Status is a number now.' }] }, 40, true),
    'fault',
    'is a number now',
  ],
  [
    'a list that came with the site',
    judgeLists(
      { actions: [], refused: [{ list: 'Events', sentence: "Events is left as it is: it is a list of the kind 'events'." }] },
      40,
      true,
    ),
    'fault',
    "Not the register's, though of its titles: Events is left as it is",
  ],
  ['lists of which the looks cannot be seen', judgeLists({ actions: [], refused: [] }, 40, false), 'warning', 'SharePoint REST refused'],
  ['no reader too many', judgeReaders([]), 'ok', 'Nobody'],
  [
    'a school that reads',
    judgeReaders([{ where: 'the list Concerns', title: 'All staff', loginName: 'x' }]),
    'fault',
    'All staff reads the list Concerns',
  ],
  ['rows that can be read', judgeRows([], 900), 'ok', 'All 900'],
  ['a row that cannot', judgeRows([{ list: 'RateCards', id: 7, columns: ['Rate'] }], 900), 'fault', 'RateCards 7 (Rate)'],
  ['subscriptions that last', judgeSubscriptions([live('A', 20 * day), live('B', 20 * day)], ['A', 'B'], true, now), 'ok', '2 lists'],
  ['a list without a subscription', judgeSubscriptions([live('A', 20 * day)], ['A', 'B'], true, now), 'warning', 'to B'],
  ['a subscription that expired', judgeSubscriptions([live('A', -1)], ['A'], true, now), 'warning', 'expired, to A'],
  ['one that is not renewed', judgeSubscriptions([live('A', 2 * day)], ['A'], true, now), 'warning', 'A on 2026-11-30'],
  ['a tenant that lets nobody subscribe', judgeSubscriptions([{ list: 'A', refused: true }], ['A'], true, now), 'ok', 'every minute'],
  ['an app that nobody can reach', judgeSubscriptions([], ['A'], false, now), 'ok', 'no public address'],
  ['nothing that waits', judgeQueue([], now), 'ok', '0 cards'],
  ['what waits a little', judgeQueue([ago(1), ago(2)], now), 'ok', '2 cards'],
  ['what goes slowly', judgeQueue([ago(1), ago(7)], now), 'warning', '7 minutes'],
  ['what does not go', judgeQueue([ago(15)], now), 'fault', '15 minutes'],
  ['nothing given up', judgeGivenUp({ effects: 0, parked: 0 }), 'ok', 'No message'],
  ['a message given up', judgeGivenUp({ effects: 2, parked: 0 }), 'fault', '2 in effects-poison'],
  ['nothing stuck', judgeStuck({}), 'ok', 'Nothing'],
  ['something stuck', judgeStuck({ poisoned: 1, unreadable: 2 }), 'fault', '1 poisoned, 2 unreadable'],
  ['a fresh snapshot', judgeSnapshot(ago(60), now), 'ok', 'two days'],
  ['an old snapshot', judgeSnapshot(ago(3 * day), now), 'warning', '72 hours'],
  ['no snapshot', judgeSnapshot(undefined, now), 'warning', 'no snapshot'],
  ['approvers with the app', judgeApprovers([{ to: 'a', name: 'A', at: now, delivered: true, refused: false }]), 'ok', '(1)'],
  [
    'one without it',
    judgeApprovers([{ to: 'a', name: 'Rachel Deputy', at: now, delivered: false, refused: false }]),
    'warning',
    'Rachel Deputy',
  ],
  [
    'a bot that Teams refuses',
    judgeApprovers([{ to: 'a', name: 'Rachel Deputy', at: now, delivered: false, refused: true }]),
    'fault',
    'Teams refuses cards',
  ],
  [
    'an app that answers',
    judgeApi({ url: health, status: 200, version: '1.2.0', commit: 'c0ffee' }, '1.2.0'),
    'ok',
    'release 1.2.0, commit c0ffee',
  ],
  [
    'an app of the release before',
    judgeApi({ url: health, status: 200, version: '1.1.0', commit: 'c0ffee' }, '1.2.0'),
    'warning',
    'of release 1.1.0',
  ],
  ['what is no app of ours', judgeApi({ url: health, status: 200 }, '1.2.0'), 'warning', 'does not say'],
  ['an app that does not', judgeApi({ url: health, status: 0 }, '1.2.0'), 'fault', 'Nobody answers at https://x'],
  ['an app that fails', judgeApi({ url: health, status: 503 }, '1.2.0'), 'fault', '503'],
  ['pages that are served', judgePages({ url: 'https://x', status: 200, validTo: ago(-60 * day) }, now), 'ok', 'served'],
  ['pages on this machine', judgePages({ url: 'http://localhost:3000', status: 200 }, now), 'ok', 'served'],
  ['a certificate that ends', judgePages({ url: 'https://x', status: 200, validTo: ago(-3 * day) }, now), 'warning', '3 days'],
  ['pages that are gone', judgePages({ url: 'https://x', status: 404 }, now), 'fault', '404'],
  ['a domain that leads nowhere', judgePages({ url: 'https://x', status: 0 }, now), 'fault', 'certificate is not trusted'],
])('%s', (_what, finding, verdict, words) => {
  expect(finding.sentence).toContain(words);
  expect(finding.verdict).toBe(verdict);
  // Whoever reads of something wrong reads what to do.
  expect(finding.mend === undefined).toBe(verdict === 'ok');
  expect(checkNames).toContain(finding.check);
});

test('findings are told in their order, each with what to do, and counted', () => {
  expect(reportFindings([warn('pages', 'Old.', 'Renew.'), fault('settings', 'Bad.', 'Mend.'), fine('clock', 'Right.')])).toEqual([
    'FAULT    settings       Bad.',
    '                        -> Mend.',
    'ok       clock          Right.',
    'WARNING  pages          Old.',
    '                        -> Renew.',
    '1 fault, 1 warning, 1 in order. Nothing was changed.',
  ]);
});

test('of many things some are named, and the rest counted', () => {
  expect(some(['a', 'b'])).toBe('a; b');
  expect(some(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a; b; c; d; and 2 more');
});
