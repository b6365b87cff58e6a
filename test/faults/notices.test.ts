import type { BodyOf } from '@ap/shared/contract/endpoint';
import type { actOnNotice as actDeclared } from '@ap/shared/contract/managed-notices';
import { aBuyer, aMembership, deputy, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import type { NoticeText } from '@ap/shared/domain/notices/notice';
import { aText, authorMembership } from '@ap/shared/domain/notices/notice.fixture';
import { type Person, personKey } from '@ap/shared/domain/people/person';
import { performEffect } from '../../functions/src/effects/perform-effect.ts';
import { recordOutbox } from '../../functions/src/effects/record-outbox.ts';
import { sweep } from '../../functions/src/effects/sweep.ts';
import { ServiceBusy } from '../../functions/src/http/service-busy.ts';
import {
  actOnNotice,
  getManagedNotice,
  listManagedNotices,
  listNoticeSends,
  writeNotice,
} from '../../functions/src/notices/managed-notices.ts';
import { noticeClock } from '../../functions/src/notices/notice-clock.ts';
import { getNoticePicture, setNoticePicture } from '../../functions/src/notices/notice-pictures.ts';
import { getNotice, listNotices } from '../../functions/src/notices/notices.ts';
import { noticesHome } from '../../functions/src/notices/notices-home.ts';
import { noticePerformers } from '../../functions/src/notices/send-notice.ts';
import type { Ports } from '../../functions/src/ports/ports.ts';
import { memoryWorld } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';

type Act = BodyOf<typeof actDeclared>;
type Unseen<A> = A extends { readonly seen: number } ? Omit<A, 'seen'> : never;

const key = '0f0e0d0c-0000-4000-8000-000000000001';
const academyHead: Person = { ...stranger, objectId: '12121212-0000-4000-8000-000000000000', name: 'Acade Vale' };
const links = { inTeams: (ref: string) => `https://teams.example/l/${ref}`, inMail: (ref: string) => `https://pages.example/${ref}` };

/** A school with four people, an academy with one of its own and the school's head, a council department, and one provider. */
const opened = () => {
  const world = memoryWorld();
  const { ports, facts } = world;
  const academy = aBuyer({ ref: '114000', name: 'Harbour Academy', type: 'academy' });
  facts.otherBuyers = [academy];
  facts.members = [
    ...[senco, head, deputy].map((person) => aMembership(person, ['requester'])),
    aMembership(head, ['approver'], { buyerRef: academy.ref }),
    aMembership(academyHead, ['contact'], { buyerRef: academy.ref }),
  ];
  facts.officers = [...facts.officers, authorMembership];
  const commissioner = {
    ...callerOf(officer),
    memberships: [authorMembership],
    councilRoles: ['commissioner'] as const,
    commissioner: true,
  };
  const callerFor = (who: Person) => ({
    ...callerOf(who),
    memberships: [...facts.members, ...facts.officers].filter(({ person }) => person === who),
  });
  const nothing = { params: undefined, query: undefined, body: undefined, key: '' };
  const outboxOf = (through: Ports) => recordOutbox(noticesHome(through), noticePerformers(through, links), through.log);
  let turn = 0;
  const latest = async () => {
    const stored = (await ports.notices.known()).at(-1);
    if (!stored) throw new Error('no notice');
    return stored;
  };
  const act = async (asked: Unseen<Act>, more: { readonly seen?: number; readonly key?: string } = {}) => {
    const { state } = await latest();
    turn += 1;
    return actOnNotice(ports)({
      ...nothing,
      caller: commissioner,
      params: { ref: state.ref },
      body: { ...asked, seen: more.seen ?? state.version } as Act,
      key: more.key ?? `${key.slice(0, -3)}${100 + turn}`,
    });
  };
  return {
    world,
    latest,
    act,
    write: (told: Partial<NoticeText> = {}, caller = commissioner) =>
      writeNotice(ports)({ ...nothing, caller, body: { text: aText(told) } as never, key }),
    picture: async (content: string, alt = 'The logo of the framework') => {
      const { state } = await latest();
      turn += 1;
      const body = { seen: state.version, alt, content };
      return setNoticePicture(ports)({ ...nothing, caller: commissioner, params: { ref: state.ref }, body, key: `picture-key-${turn}` });
    },
    look: (who: Person | 'commissioner', ref: string) =>
      getNoticePicture(ports)({ ...nothing, caller: who === 'commissioner' ? commissioner : callerFor(who), params: { ref } }),
    read: async (who: Person) => (await listNotices(ports)({ ...nothing, caller: callerFor(who) })).notices,
    open: (who: Person, ref: string) => getNotice(ports)({ ...nothing, caller: callerFor(who), params: { ref } }),
    managed: async (ref: string) => getManagedNotice(ports)({ ...nothing, caller: commissioner, params: { ref } }),
    all: async () => (await listManagedNotices(ports)({ ...nothing, caller: commissioner })).notices,
    record: async (query: { state?: 'failed'; page?: number } = {}) =>
      listNoticeSends(ports)({ ...nothing, caller: commissioner, params: { ref: (await latest()).state.ref }, query }),
    /** What the queue would do: performs all that waits, as one of its processes; what it throws is thrown. */
    send: async (through: Ports = ports) => {
      const { itemId, state } = await latest();
      for (const { id } of state.outbox) await performEffect(through, [outboxOf(through)])({ list: 'Notices', itemId, effectId: id });
    },
    sweep: () => sweep(ports, [outboxOf(ports)])(),
    clock: () => noticeClock(ports)(),
    at: (now: string) => {
      world.clock.now = now;
    },
  };
};

const stands = (record: {
  readonly sends: readonly { readonly name: string; readonly state: string; readonly reason?: string | undefined }[];
}) => record.sends.map(({ name, state, reason }) => [name, state, ...(reason === undefined ? [] : [reason])]);

describe('row 65: a notice to audiences', () => {
  test('reaches each person once in Teams, a provider by mail, and the record says of each how', async () => {
    const { write, act, send, record, managed, world } = opened();
    const { ref, reaches } = await write({ audience: ['maintained-school', 'academy', 'provider'] });
    expect([reaches, world.feed.told.length, world.mails.length]).toEqual([5, 0, 0]);
    await act({ kind: 'publish-notice' });
    await send();
    expect(stands(await record())).toEqual([
      [academyHead.name, 'activity'],
      ['Blackmore Vale', 'mail'],
      [deputy.name, 'activity'],
      [head.name, 'activity'],
      [senco.name, 'activity'],
    ]);
    expect(world.feed.told.map(({ to }) => to).sort()).toEqual([academyHead, deputy, head, senco].map(personKey).sort());
    expect(world.feed.told[0]?.entry).toEqual({
      type: 'noticePublished',
      blanks: { author: 'SEND Commissioner', notice: 'Alternative provision: what comes next' },
      preview: 'A directory of quality assured providers will be available.',
      topic: 'Notice',
      link: `https://teams.example/l/${ref}`,
    });
    expect(world.mails).toMatchObject([{ to: 'orders@blackmore.example', subject: 'Alternative provision: what comes next' }]);
    expect(world.mails[0]?.html).toContain('Schools can buy from it at prices that are set for a period.');
    expect((await managed(ref)).sends).toEqual({ pending: 0, sending: 0, activity: 4, mail: 1, failed: 0 });
  });

  test('whom Teams does not reach has it by mail, with the reason; what is typed is no markup there', async () => {
    const { write, act, send, record, world } = opened();
    world.feed.unreached.set(personKey(senco), 'not-installed');
    await write({ audience: ['maintained-school'], body: 'Bring <b>questions</b>.' });
    await act({ kind: 'publish-notice' });
    await send();
    expect(stands(await record())).toContainEqual([senco.name, 'mail', 'not-installed']);
    expect(world.mails).toHaveLength(1);
    expect(world.mails[0]?.html).toContain('Bring &lt;b&gt;questions&lt;/b&gt;.');
    expect(world.mails[0]?.html).toContain('https://pages.example/NO-');
  });

  test('nobody is sent it twice, whatever the queue and the sweep do', async () => {
    const { write, act, send, sweep: sweeps, world } = opened();
    await write({ audience: ['maintained-school', 'provider'] });
    await act({ kind: 'publish-notice' });
    await Promise.all([send(), send()]);
    await send();
    await sweeps();
    await send();
    expect(new Set(world.feed.told.map(({ to }) => to)).size).toBe(world.feed.told.length);
    expect([world.feed.told.length, world.mails.length]).toEqual([3, 1]);
  });

  test('what is busy is sent by the next try, to those alone who were not told yet', async () => {
    const { write, act, send, record, world } = opened();
    await write({ audience: ['maintained-school'] });
    await act({ kind: 'publish-notice' });
    world.down.feed = true;
    await expect(send()).rejects.toThrow(ServiceBusy);
    expect(stands(await record()).map(([, state]) => state)).toEqual(['pending', 'pending', 'pending']);
    world.down.feed = false;
    await send();
    expect(stands(await record()).map(([, state]) => state)).toEqual(['activity', 'activity', 'activity']);
    expect(world.feed.told).toHaveLength(3);
  });

  test('a mail that nobody answered for is not sent again by itself, for it may have arrived; one that was throttled is', async () => {
    const { write, act, send, record, world } = opened();
    await write({ audience: ['provider'] });
    await act({ kind: 'publish-notice' });
    const answering = (status: number): Ports => ({
      ...world.ports,
      mail: { send: () => Promise.reject(new ServiceBusy('graph', status)) },
    });
    await expect(send(answering(429))).rejects.toThrow(ServiceBusy);
    expect(stands(await record())).toEqual([['Blackmore Vale', 'pending']]);
    await send(answering(0));
    expect(stands(await record())).toEqual([['Blackmore Vale', 'failed', 'no-answer']]);
    await send();
    expect(world.mails).toEqual([]);
  });

  test('sent again, it goes to those alone whom it did not reach', async () => {
    const { write, act, send, record, managed, world } = opened();
    world.down.mail = true;
    world.feed.unreached.set(personKey(senco), 'not-installed');
    const { ref } = await write({ audience: ['maintained-school', 'provider'] });
    await act({ kind: 'publish-notice' });
    expect((await managed(ref)).may).not.toContain('resend-notice');
    await send();
    expect(stands(await record({ state: 'failed' }))).toEqual([
      ['Blackmore Vale', 'failed', 'refused'],
      [senco.name, 'failed', 'refused'],
    ]);
    expect((await managed(ref)).may).toContain('resend-notice');
    world.down.mail = false;
    await act({ kind: 'resend-notice' });
    await send();
    await send();
    expect([world.feed.told.length, world.mails.map(({ to }) => to).sort()]).toEqual([2, ['orders@blackmore.example', senco.email]]);
    await expect(act({ kind: 'resend-notice' })).rejects.toMatchObject({ code: 'not-in-this-state' });
  });

  test('an address that is none is told as failed, and holds up nobody', async () => {
    const { write, act, send, record, world } = opened();
    const { provider } = world.facts.listing;
    world.facts.listing = { ...world.facts.listing, provider: provider && { ...provider, email: 'a@b.example, c@d.example' } };
    await write({ audience: ['provider', 'academy'] });
    await act({ kind: 'publish-notice' });
    await send();
    expect(stands(await record())).toContainEqual(['Blackmore Vale', 'failed', 'no-address']);
    expect(world.feed.told).toHaveLength(2);
  });

  test('whoever takes a message up and dies leaves it to a person: it is neither sent twice nor forgotten', async () => {
    const { write, act, send, record, at, world } = opened();
    await write({ audience: ['provider'] });
    await act({ kind: 'publish-notice' });
    const dying: Ports = {
      ...world.ports,
      noticeSends: {
        ...world.ports.noticeSends,
        write: (ref, over, next) =>
          next.state === 'sending' ? world.ports.noticeSends.write(ref, over, next) : Promise.reject(new Error('the process is gone')),
      },
    };
    await expect(send(dying)).rejects.toThrow('gone');
    expect(world.mails).toHaveLength(1);
    await expect(send()).rejects.toThrow(ServiceBusy);
    at('2026-11-24T10:11:00Z');
    await send();
    expect([stands(await record()), world.mails.length]).toEqual([[['Blackmore Vale', 'failed', 'no-answer']], 1]);
  });

  test('withdrawn, it is told to nobody whom it did not reach yet, and shown to nobody', async () => {
    const { write, act, send, read, open, world } = opened();
    const { ref } = await write({ audience: ['maintained-school'] });
    await act({ kind: 'publish-notice' });
    expect(await read(senco)).toHaveLength(1);
    await act({ kind: 'withdraw-notice', reason: 'The date was wrong.' });
    await send();
    expect([world.feed.told, world.mails, await read(senco)]).toEqual([[], [], []]);
    await expect(open(senco, ref)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('who reads a notice', () => {
  test('those of its audience while it is shown: not a draft, not those of another school, not after its last day', async () => {
    const { write, act, read, open, at, clock, all } = opened();
    const { ref } = await write({ audience: ['academy'], showUntil: localDate('2026-11-30') });
    expect(await read(academyHead)).toEqual([]);
    await act({ kind: 'publish-notice' });
    expect((await read(academyHead)).map((each) => each.ref)).toEqual([ref]);
    expect((await read(head)).map((each) => each.ref)).toEqual([ref]);
    expect(await read(senco)).toEqual([]);
    await expect(open(senco, ref)).rejects.toMatchObject({ code: 'not-found' });
    expect(await open(academyHead, ref)).toMatchObject({ authorRole: 'SEND Commissioner', publisher: { email: officer.email } });
    at('2026-12-01T00:30:00Z');
    expect(await read(academyHead)).toEqual([]);
    expect(await clock()).toEqual({ moved: 1, failed: 0 });
    expect(await clock()).toEqual({ moved: 0, failed: 0 });
    expect((await all()).map(({ status }) => status)).toEqual(['expired']);
  });

  test('a notice that waits for its day goes out that morning by the clock, once', async () => {
    const { write, act, read, send, clock, at, world } = opened();
    await write({ audience: ['academy'], publishOn: localDate('2026-12-01') });
    await act({ kind: 'publish-notice' });
    await clock();
    await send();
    expect([await read(academyHead), world.feed.told]).toEqual([[], []]);
    at('2026-12-01T08:00:00Z');
    await clock();
    await clock();
    await send();
    expect([(await read(academyHead)).length, world.feed.told.length]).toEqual([1, 2]);
  });
});

describe('who writes a notice', () => {
  test('a commissioner by the list as it is now, once for each key; a change by an old reading is refused', async () => {
    const { write, act, latest, world } = opened();
    const first = await write();
    expect(await write()).toEqual(first);
    await act({ kind: 'change-notice', text: aText({ title: 'Another' }) as never });
    await expect(act({ kind: 'publish-notice' }, { seen: 1 })).rejects.toMatchObject({ code: 'stale-version' });
    world.facts.officers = [];
    await expect(act({ kind: 'publish-notice' })).rejects.toMatchObject({ code: 'not-your-role' });
    expect((await latest()).state).toMatchObject({ status: 'draft', title: 'Another', version: 2 });
  });

  test('the record is read a hundred recipients at a time', async () => {
    const { write, act, send, record, world } = opened();
    world.facts.members = Array.from({ length: 130 }, (_, index) =>
      aMembership({ ...senco, objectId: `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`, name: `Person ${index}` }, [
        'requester',
      ]),
    );
    await write({ audience: ['maintained-school'] });
    await act({ kind: 'publish-notice' });
    await send();
    expect([await record(), await record({ page: 2 })].map(({ total, sends }) => [total, sends.length])).toEqual([
      [130, 100],
      [130, 30],
    ]);
  });
});

describe('the picture of a notice', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]).toString('base64');

  test('is seen by commissioners while it is a draft, and by those alone who may read it once it is published', async () => {
    const { write, act, picture, look, open } = opened();
    const { ref } = await write({ audience: ['academy'] });
    expect(await picture(png)).toMatchObject({
      picture: { alt: 'The logo of the framework' },
      version: 2,
      may: expect.arrayContaining(['clear-picture']),
    });
    expect(await look('commissioner', ref)).toEqual({ type: 'image/png', content: png });
    await expect(look(academyHead, ref)).rejects.toMatchObject({ code: 'not-found' });
    await act({ kind: 'publish-notice' });
    expect(await look(academyHead, ref)).toEqual({ type: 'image/png', content: png });
    expect(await open(academyHead, ref)).toMatchObject({ picture: { alt: 'The logo of the framework' } });
    await expect(look(senco, ref)).rejects.toMatchObject({ code: 'not-found' });
    await expect(picture(png)).rejects.toMatchObject({ code: 'not-in-this-state' });
  });

  test('is taken away; what is no picture, or is too large, is none', async () => {
    const { write, act, picture, look } = opened();
    const { ref } = await write();
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>').toString('base64');
    await expect(picture(svg)).rejects.toMatchObject({ code: 'input-not-understood' });
    await expect(picture(Buffer.concat([Buffer.from(png, 'base64'), Buffer.alloc(200 * 1024)]).toString('base64'))).rejects.toMatchObject({
      code: 'input-not-understood',
    });
    await expect(look('commissioner', ref)).rejects.toMatchObject({ code: 'not-found' });
    await picture(png);
    expect(await act({ kind: 'clear-picture' })).not.toHaveProperty('picture');
    await expect(look('commissioner', ref)).rejects.toMatchObject({ code: 'not-found' });
  });
});
