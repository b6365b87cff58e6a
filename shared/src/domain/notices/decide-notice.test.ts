import { aCommand, now, senco } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { decideNotice, longestBody, longestTitle } from './decide-notice.ts';
import { aDraft, aText, author, authorMembership, decided, published, stateOf } from './notice.fixture.ts';
import { bookedGroupNames, bookedGroups, isShown, noticeAudienceNames, noticeAudiences, paragraphsOf } from './notice.ts';
import { noticeRoleNames, noticeRolesOf } from './notice-command.ts';
import { noticeMachine } from './notice-machine.ts';

const refusal = (decision: ReturnType<typeof decided>) => {
  if (decision.ok) throw new Error('accepted');
  return [decision.code, 'field' in decision ? decision.field : undefined];
};
const written = (told: Parameters<typeof aText>[0]) =>
  refusal(decided(undefined, { kind: 'write-notice', ref: 'NO-1', text: aText(told) }));
const kinds = (decision: ReturnType<typeof decided>) => (decision.ok ? decision.effects.map(({ kind }) => kind) : [decision.code]);

test('which command leads a notice where, and who gives it', () => {
  expect(
    noticeMachine.moves.map(({ command, from, to, by, audit }) => [command, from.join('|'), to.join('|'), by.join('|'), audit]),
  ).toEqual([
    ['write-notice', 'none', 'draft', 'commissioner|product', 'notice-written'],
    ['change-notice', 'draft', 'same', 'commissioner', 'notice-changed'],
    ['set-picture', 'draft', 'same', 'commissioner', 'notice-picture-set'],
    ['clear-picture', 'draft', 'same', 'commissioner', 'notice-picture-cleared'],
    ['publish-notice', 'draft', 'scheduled|published', 'commissioner|product', 'notice-published'],
    ['recall-notice', 'scheduled', 'draft', 'commissioner', 'notice-recalled'],
    ['release-notice', 'scheduled', 'published', 'product', 'notice-released'],
    ['resend-notice', 'published', 'same', 'commissioner', 'notice-resent'],
    ['withdraw-notice', 'published', 'withdrawn', 'commissioner', 'notice-withdrawn'],
    ['discard-notice', 'draft', 'discarded', 'commissioner', 'notice-discarded'],
    ['expire-notice', 'published', 'expired', 'product', 'notice-expired'],
  ]);
  expect(Object.keys(noticeRoleNames)).toEqual(['commissioner', 'product']);
  expect(Object.keys(bookedGroupNames)).toEqual([...bookedGroups]);
  expect(Object.keys(noticeAudienceNames)).toEqual([...noticeAudiences]);
  expect(noticeMachine.ends).toEqual(['expired', 'withdrawn', 'discarded']);
  expect([...Object.values(noticeMachine.states), ...Object.values(noticeRoleNames), ...Object.values(noticeAudienceNames)]).not.toContain(
    '',
  );
});

test('a commissioner acts on notices, nobody else of council or school', () => {
  expect([author, senco].map((person) => noticeRolesOf(person, [authorMembership]))).toEqual([['commissioner'], []]);
});

describe('a notice is written', () => {
  test('as a draft of whoever wrote it, with each audience once, and tells nobody', () => {
    const decision = decided(undefined, {
      kind: 'write-notice',
      ref: 'NO-1',
      text: aText({
        title: ' What comes next ',
        body: ' Soon. ',
        authorRole: ' Commissioner ',
        audience: ['academy', 'maintained-school', 'academy'],
      }),
    });
    expect(kinds(decision)).toEqual(['record-audit']);
    expect(stateOf(decision)).not.toHaveProperty('publishOn');
    expect(stateOf(decision)).toMatchObject({
      ref: 'NO-1',
      status: 'draft',
      title: 'What comes next',
      body: 'Soon.',
      authorRole: 'Commissioner',
      audience: ['maintained-school', 'academy'],
      author,
      version: 1,
    });
  });

  test('about an event, where it is for those who booked or came there; that stays when its text is changed', () => {
    const event = { ref: 'EV-1', group: 'came' } as const;
    const draft = stateOf(decided(undefined, { kind: 'write-notice', ref: 'NO-1', text: aText(), event }));
    expect(stateOf(decided(draft, { kind: 'change-notice', text: aText({ title: 'Another title' }) })).event).toEqual(event);
    expect(aDraft()).not.toHaveProperty('event');
  });

  test('R40: no text of it may name a pupil; the place of an event and whom to ring about it may stand there', () => {
    const named = 'Please welcome Oliver Smith, born 04/05/2011.';
    expect(written({ body: named })).toEqual(['text-names-a-pupil', '/text/body']);
    expect(written({ title: 'About Oliver Smith' })).toEqual(['text-names-a-pupil', '/text/title']);
    expect(written({ authorRole: 'Oliver Smith' })).toEqual(['text-names-a-pupil', '/text/authorRole']);
    const venue = 'It is held at County Hall, DT1 1XJ. Ring 01305 000111 or write to ap@council.example.';
    expect(aDraft({ body: venue }).body).toBe(venue);
  });

  test('with a title, a text, a role, an audience and days that can be', () => {
    expect(written({ title: ' ' })).toEqual(['text-required', '/text/title']);
    expect(written({ body: '' })).toEqual(['text-required', '/text/body']);
    expect(written({ authorRole: '' })).toEqual(['text-required', '/text/authorRole']);
    expect(written({ title: 'x'.repeat(longestTitle + 1) })).toEqual(['text-too-long', '/text/title']);
    expect(written({ body: 'x'.repeat(longestBody + 1) })).toEqual(['text-too-long', '/text/body']);
    expect(aDraft({ title: 'x'.repeat(longestTitle), body: 'x'.repeat(longestBody), authorRole: 'x'.repeat(longestTitle) }).status).toBe(
      'draft',
    );
    expect(written({ audience: [] })).toEqual(['nobody-asked', '/text/audience']);
    expect(written({ showUntil: localDate('2026-11-23') })).toEqual(['dates-not-allowed', '/text/showUntil']);
    expect(written({ publishOn: localDate('2027-04-01') })).toEqual(['dates-not-allowed', '/text/publishOn']);
    expect(aDraft({ showUntil: localDate('2026-11-24'), publishOn: localDate('2026-11-24') }).status).toBe('draft');
  });

  test('a change takes its place, with the name of whoever made it; a day that is left out is gone', () => {
    const first = aDraft({ publishOn: localDate('2027-01-05') });
    const changed = stateOf(decided(first, { kind: 'change-notice', text: aText({ title: 'Another title' }) }));
    expect(changed).toMatchObject({ title: 'Another title', author, version: 2 });
    expect(changed.publishOn).toBeUndefined();
    expect(refusal(decided(first, { kind: 'change-notice', text: aText({ body: ' ' }) }))).toEqual(['text-required', '/text/body']);
    expect(refusal(decided(published(), { kind: 'change-notice', text: aText() }))[0]).toBe('not-in-this-state');
  });
});

describe('a notice goes out', () => {
  test('at once where no day is named, to everybody', () => {
    const decision = decided(aDraft(), { kind: 'publish-notice' });
    expect(stateOf(decision)).toMatchObject({ status: 'published', publishedAt: now });
    expect(decision.ok && decision.effects[1]).toMatchObject({ kind: 'send-notice', to: 'everybody' });
  });

  test('on the morning of its day: until then nobody is told, and it can be taken back', () => {
    const draft = aDraft({ publishOn: localDate('2027-01-05') });
    const waiting = decided(draft, { kind: 'publish-notice' });
    expect([stateOf(waiting).status, kinds(waiting)]).toEqual(['scheduled', ['record-audit']]);
    const scheduled = stateOf(waiting);
    const release = (at: string) => decided(scheduled, { kind: 'release-notice' }, {}, at);
    expect(refusal(release('2027-01-05T07:59:59Z'))[0]).toBe('not-yet');
    expect([stateOf(release('2027-01-05T08:00:00Z')).status, kinds(release('2027-01-05T08:00:00Z'))]).toEqual([
      'published',
      ['record-audit', 'send-notice'],
    ]);
    const recalled = decided(scheduled, { kind: 'recall-notice' });
    expect([stateOf(recalled).status, kinds(recalled)]).toEqual(['draft', ['record-audit']]);
    // On the day itself it is not kept waiting for the next morning.
    expect(stateOf(decided(draft, { kind: 'publish-notice' }, {}, '2027-01-05T11:00:00Z')).status).toBe('published');
  });

  test('not where its last day went by while it was a draft', () => {
    expect(refusal(decided(aDraft(), { kind: 'publish-notice' }, {}, '2027-04-01T09:00:00Z'))).toEqual([
      'dates-not-allowed',
      '/text/showUntil',
    ]);
  });

  test('by the clock alone once it waits, and by a commissioner before that', () => {
    const scheduled = stateOf(decided(aDraft({ publishOn: localDate('2027-01-05') }), { kind: 'publish-notice' }));
    const late = '2027-01-05T09:00:00Z';
    expect(refusal(decided(scheduled, { kind: 'release-notice' }, { roles: ['commissioner'] }, late))[0]).toBe('not-your-role');
    expect(refusal(decided(aDraft(), { kind: 'publish-notice' }, { roles: [] }))[0]).toBe('not-your-role');
  });
});

describe('a notice that was published', () => {
  test('is sent again only where it did not reach somebody, and while it is shown', () => {
    const notice = published();
    const again = decided(notice, { kind: 'resend-notice' }, { failed: 2 });
    expect(again.ok && again.effects[1]).toMatchObject({ kind: 'send-notice', to: 'failed' });
    expect(stateOf(again).history.at(-1)?.what).toBe('Sent again to 2 whom it did not reach');
    expect(refusal(decided(notice, { kind: 'resend-notice' }, { failed: 0 }))[0]).toBe('not-in-this-state');
    expect(refusal(decided(notice, { kind: 'resend-notice' }))[0]).toBe('not-in-this-state');
    expect(refusal(decided(notice, { kind: 'resend-notice' }, { failed: 2 }, '2027-04-01T09:00:00Z'))[0]).toBe('not-in-this-state');
  });

  test('is withdrawn with a reason, which names no pupil either', () => {
    const withdraw = (reason: string) => decided(published(), { kind: 'withdraw-notice', reason });
    expect(stateOf(withdraw(' The date was wrong. '))).toMatchObject({
      status: 'withdrawn',
      withdrawnBecause: 'The date was wrong.',
      history: [{ what: 'Written' }, { what: 'Published' }, { what: 'Withdrawn', comment: 'The date was wrong.' }],
    });
    expect(refusal(withdraw(' '))).toEqual(['text-required', '/reason']);
    expect(refusal(withdraw('It named Oliver Smith.'))).toEqual(['text-names-a-pupil', '/reason']);
    expect(refusal(withdraw('x'.repeat(1_001)))).toEqual(['text-too-long', '/reason']);
  });

  test('is shown to the end of its last day by London’s clock, and ends after it', () => {
    const notice = published();
    const end = (at: string) => decided(notice, { kind: 'expire-notice' }, {}, at);
    // 31 March 2027 is summer time: the day ends at eleven of UTC.
    expect(refusal(end('2027-03-31T22:59:59Z'))[0]).toBe('not-yet');
    expect(stateOf(end('2027-03-31T23:00:00Z')).status).toBe('expired');
    expect(isShown(notice, localDate('2027-03-31'))).toBe(true);
    expect(isShown(notice, localDate('2027-04-01'))).toBe(false);
    expect(isShown({ ...notice, status: 'withdrawn' }, localDate('2027-03-01'))).toBe(false);
  });

  test('the same command again changes nothing and sends nothing', () => {
    const draft = aDraft();
    const command = { ...aCommand(author), id: 'key-1', kind: 'publish-notice' } as const;
    const first = stateOf(decideNotice(draft, command, { roles: ['commissioner'] }, now));
    expect(decideNotice(first, command, { roles: ['commissioner'] }, now)).toMatchObject({
      state: first,
      effects: [],
      replay: { version: 2 },
    });
    expect(refusal(decided(first, { kind: 'publish-notice' }))[0]).toBe('not-in-this-state');
  });

  test('a draft that nobody wants any more is discarded', () => {
    const changed = stateOf(decided(aDraft(), { kind: 'change-notice', text: aText() }));
    expect(stateOf(decided(changed, { kind: 'discard-notice' }))).toMatchObject({
      status: 'discarded',
      history: [{ what: 'Written' }, { what: 'Changed' }, { what: 'Discarded' }],
    });
    expect(refusal(decided(published(), { kind: 'discard-notice' }))[0]).toBe('not-in-this-state');
  });
});

test('a plain text is read in paragraphs, however many blank lines part them', () => {
  expect(paragraphsOf(' One\nline \n\n\n Two \n \t\n<b>three</b> ')).toEqual(['One\nline', 'Two', '<b>three</b>']);
  expect(paragraphsOf(' \n ')).toEqual([]);
});
