import { aProvider, aService, head, officer, senco, stranger } from '@ap/shared/domain/call-off/call-off.fixture';
import { localDate } from '@ap/shared/domain/days/local-date';
import { runningOrder } from '@ap/shared/domain/orders/order.fixture';
import { attendanceClock } from '../../functions/src/attendance/attendance-clock.ts';
import { placeClock } from '../../functions/src/attendance/place-clock.ts';
import { reportSession, viewToday } from '../../functions/src/attendance/provider-day.ts';
import { answerAfter, askProviderCode, endProviderSession, openProviderSession } from '../../functions/src/attendance/provider-session.ts';
import { commandSession, getAttendance } from '../../functions/src/attendance/school-attendance.ts';
import { confirmSessions, listDaySessions } from '../../functions/src/attendance/school-day.ts';
import { tellSettingChange } from '../../functions/src/attendance/tell-change.ts';
import { memoryWorld, type World } from '../ports/memory-world.ts';
import { callerOf } from '../ports/people.ts';
import { drain } from '../ports/worker.ts';
import { codeOf } from '../support/code-of.ts';

// Attendance over the use cases, in memory: a contact of the provider signs in by a mailed code, reports, and the school hears of whom it must look for.

const mailbox = 'office@greenway.example';
const date = localDate('2027-01-14');
const waits: number[] = [];
const ask = (world: World, email: string) =>
  askProviderCode(world.ports, async (milliseconds) => waits.push(milliseconds))({ body: { email }, key: '' });
const open = (world: World, challenge: { linkId: string; secret: string }, code: string) =>
  openProviderSession(world.ports)({ body: { challenge, code }, key: '' });
const codeIn = (world: World): string => /Your code is (\d{6})/.exec(world.mails.at(-1)?.html ?? '')?.[1] ?? '';

/** A Thursday on which one pupil is taught, before anything is reported. */
const schoolDay = async (): Promise<World> => {
  const world = memoryWorld();
  world.clock.now = '2027-01-14T08:30:00Z';
  world.facts.listing = { ...world.facts.listing, provider: aProvider({ email: mailbox, registeredSchool: false }) };
  await world.callOffs.add({ ...runningOrder(), outbox: [] });
  return world;
};
const signIn = async (world: World) => {
  const { challenge } = await ask(world, mailbox);
  return (await open(world, challenge, codeIn(world))).session;
};
let keys = 0;
const key = (): string => {
  keys += 1;
  return `a-key-of-a-test-${keys}`;
};
type Session = Awaited<ReturnType<typeof signIn>>;
type Mark = 'present' | 'late' | 'absent' | 'cancelled' | undefined;
const report = (world: World, session: Session, mark: Mark, half: 'am' | 'pm' = 'am', given = key()) =>
  reportSession(world.ports)({ body: { session, ref: runningOrder().ref, date, half, mark }, key: given });
const schoolMails = (world: World) => world.mails.filter(({ to }) => to !== mailbox).map(({ to, subject }) => [to, subject]);
const school = { caller: callerOf(senco), params: { ref: runningOrder().ref }, query: undefined };

describe('a contact of a provider signs in', () => {
  test('the answer is the same, and no sooner, whether or not the address is known; a code opens one session, in the browser that asked', async () => {
    const world = await schoolDay();
    const unknown = await ask(world, 'somebody@elsewhere.example');
    expect(world.mails).toEqual([]);
    const known = await ask(world, 'Office@Greenway.example ');
    expect(world.mails).toMatchObject([{ to: mailbox }]);
    expect(waits.slice(-2)).toEqual([answerAfter, answerAfter]);
    expect(Object.keys(known.challenge)).toEqual(Object.keys(unknown.challenge));
    const code = codeIn(world);
    expect(await codeOf(open(world, unknown.challenge, code))).toBe('code-not-accepted');
    expect(await codeOf(open(world, { ...known.challenge, secret: unknown.challenge.secret }, code))).toBe('code-not-accepted');
    const { session } = await open(world, known.challenge, code);
    expect(await codeOf(open(world, known.challenge, code))).toBe('code-not-accepted');
    expect((await viewToday(world.ports)({ body: { session }, key: '' })).sessions).toHaveLength(2);
    expect(world.audit.map(({ action }) => action)).toEqual(['provider-code-sent', 'provider-signed-in']);
  });

  test('neither the code nor the secret of a session is kept or logged', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    const kept = JSON.stringify([
      await world.ports.links.find(session.linkId),
      await world.ports.links.mailedTo('provider-code', mailbox, ''),
      world.log,
    ]);
    expect(kept).not.toContain(session.secret);
    expect(kept).not.toContain(codeIn(world));
  });

  test('five tries, five codes an hour, and the same answer when the mail cannot be sent', async () => {
    const world = await schoolDay();
    const { challenge } = await ask(world, mailbox);
    const code = codeIn(world);
    const other = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect(await codeOf(open(world, challenge, other))).toBe('code-not-accepted');
    expect(await codeOf(open(world, challenge, code))).toBe('code-not-accepted');
    for (let more = 0; more < 6; more += 1) await ask(world, mailbox);
    expect(world.mails).toHaveLength(5);
    world.clock.now = '2027-01-14T10:00:00Z';
    world.down.mail = true;
    expect((await ask(world, mailbox)).challenge.linkId).toBeDefined();
  });

  test('a session ends by itself, by its holder, and when the register has another address', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    const view = () => viewToday(world.ports)({ body: { session }, key: '' });
    expect((await view()).providerName).toBe('Blackmore Vale');
    world.facts.listing = { ...world.facts.listing, provider: aProvider({ email: 'new@greenway.example' }) };
    expect(await codeOf(view())).toBe('session-over');
    world.facts.listing = { ...world.facts.listing, provider: aProvider({ email: mailbox }) };
    world.clock.now = '2027-01-14T20:30:00Z';
    expect(await codeOf(view())).toBe('session-over');
    world.clock.now = '2027-01-14T09:30:00Z';
    expect(await endProviderSession(world.ports)({ body: { session }, key: '' })).toEqual({ ended: true });
    expect(await codeOf(view())).toBe('session-over');
    expect(await codeOf(report(world, session, 'present'))).toBe('session-over');
  });
});

describe('rows 56 and 57: reported by the provider, told to the school', () => {
  test('R22: an absence is told the same day, by order number and without any reference of the pupil; undone, the school hears of it', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    const given = key();
    await report(world, session, 'absent', 'am', given);
    const twice = await report(world, session, 'absent', 'am', given);
    expect(twice.sessions.map(({ half, mark }) => [half, mark])).toEqual([
      ['am', 'absent'],
      ['pm', undefined],
    ]);
    await drain(world);
    const number = runningOrder().order?.number;
    expect(schoolMails(world)).toContainEqual([senco.email, `Order ${number}: the pupil is absent today`]);
    expect(JSON.stringify(world.mails)).not.toContain(runningOrder().request.pupilRef);
    await report(world, session, undefined);
    await drain(world);
    expect(schoolMails(world)).toContainEqual([senco.email, `Order ${number}: a report was corrected`]);
  });

  test('an absence that is reported days later is told with its day, not as of today', async () => {
    const world = await schoolDay();
    world.clock.now = '2027-01-15T09:00:00Z';
    await report(world, await signIn(world), 'absent');
    await drain(world);
    expect(schoolMails(world).map(([, subject]) => subject)).toContain(
      `Order ${runningOrder().order?.number}: the pupil is absent on Thursday 14 January 2027`,
    );
  });

  test('an absence that was taken back before the mail went out is told to nobody', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    await report(world, session, 'absent');
    await report(world, session, 'present');
    await drain(world);
    expect(schoolMails(world)).toEqual([]);
  });

  test("the school's attendance contact and safeguarding lead are told where the register names them", async () => {
    const world = await schoolDay();
    world.facts.buyer = { ...world.facts.buyer, attendanceEmail: 'attendance@school.example', safeguardingEmail: 'dsl@school.example' };
    await report(world, await signIn(world), 'cancelled');
    await drain(world);
    expect(schoolMails(world).map(([to]) => to)).toEqual(['attendance@school.example', 'dsl@school.example']);
  });

  test('R22: a session that nobody reported by its time is told once, each half for itself', async () => {
    const world = await schoolDay();
    const run = attendanceClock(world.ports);
    expect(await run()).toEqual({ told: 0, failed: 0 });
    world.clock.now = '2027-01-14T10:05:00Z';
    expect(await run()).toEqual({ told: 1, failed: 0 });
    expect(await run()).toEqual({ told: 0, failed: 0 });
    await drain(world);
    const told = schoolMails(world).length;
    expect(told).toBeGreaterThan(0);
    await report(world, await signIn(world), 'present', 'pm');
    world.clock.now = '2027-01-14T14:05:00Z';
    expect(await run()).toEqual({ told: 0, failed: 0 });
    await drain(world);
    expect(schoolMails(world)).toHaveLength(told);
  });

  test('another provider neither sees nor reports it', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    await world.callOffs.add({ ...runningOrder(), ref: 'CO-OTHER', idempotencyKey: 'other', providerRef: 'P-0099', outbox: [] });
    expect((await viewToday(world.ports)({ body: { session }, key: '' })).sessions).toHaveLength(2);
    const body = { session, ref: 'CO-OTHER', date, half: 'am' as const, mark: 'present' as const };
    expect(await codeOf(reportSession(world.ports)({ body, key: key() }))).toBe('not-found');
  });
});

describe('R25: the school sees what was reported and confirms', () => {
  const maySee = () => true;

  test('B is suggested for a session off site that was attended; the school confirms it, and the provider can change it no more', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    await report(world, session, 'present');
    world.clock.now = '2027-01-14T09:30:00Z';
    const seen = await getAttendance(world.ports, maySee)({ ...school, body: undefined, key: '' });
    expect(seen.sessions.find((each) => each.date === date && each.half === 'am')).toMatchObject({
      mark: 'present',
      suggested: 'B',
      begun: true,
    });
    const confirm = { kind: 'confirm' as const, date, half: 'am' as const, code: 'B' as const };
    const done = await commandSession(world.ports, maySee)({ ...school, body: confirm, key: key() });
    expect(done.sessions.find((each) => each.date === date && each.half === 'am')).toMatchObject({ code: 'B', confirmedBy: senco.name });
    expect(await codeOf(report(world, session, 'absent'))).toBe('session-confirmed');
    const { rows } = await listDaySessions(world.ports)({
      caller: callerOf(head),
      params: undefined,
      query: {},
      body: undefined,
      key: '',
    });
    expect(rows.map(({ half, code }) => [half, code])).toEqual([
      ['am', 'B'],
      ['pm', undefined],
    ]);
  });

  test('an absence that the school told ahead is shown to the provider, and not told back as missing', async () => {
    const world = await schoolDay();
    const body = { kind: 'tell-absence' as const, date, half: 'am' as const };
    await commandSession(world.ports, maySee)({ ...school, body, key: key() });
    const { sessions } = await viewToday(world.ports)({ body: { session: await signIn(world) }, key: '' });
    expect(sessions.map(({ half, toldAbsent }) => [half, toldAbsent])).toEqual([
      ['am', true],
      ['pm', false],
    ]);
    world.clock.now = '2027-01-14T10:05:00Z';
    expect(await attendanceClock(world.ports)()).toEqual({ told: 0, failed: 0 });
  });

  test('whoever may not see the request learns of no attendance', async () => {
    const world = await schoolDay();
    const hidden = () => false;
    expect(await codeOf(getAttendance(world.ports, hidden)({ ...school, body: undefined, key: '' }))).toBe('not-found');
  });
});

describe('the day of a school over all its placements', () => {
  const commissioner = { ...callerOf(officer), commissioner: true };
  const day = (world: World, caller = callerOf(senco), given: { date?: typeof date } = {}) =>
    listDaySessions(world.ports)({ caller, params: undefined, query: given, body: undefined, key: '' });
  const confirm = (
    world: World,
    sessions: Parameters<ReturnType<typeof confirmSessions>>[0]['body']['sessions'],
    given = key(),
    caller = callerOf(senco),
  ) => confirmSessions(world.ports)({ caller, params: undefined, query: undefined, body: { date, sessions }, key: given });
  const codes = ({ rows }: Awaited<ReturnType<typeof day>>) => rows.map(({ ref, half, code }) => [ref, half, code]);
  const { ref } = runningOrder();

  test('R25: several are confirmed at once and taken back at once; what is refused for one keeps no other from being recorded', async () => {
    const world = await schoolDay();
    await report(world, await signIn(world), 'present');
    world.clock.now = '2027-01-14T14:10:00Z';
    const given = key();
    const sessions = [
      { ref, half: 'am' as const, code: 'B' as const },
      { ref: 'CO-NOBODY', half: 'am' as const, code: 'B' as const },
      { ref, half: 'pm' as const, code: 'N' as const },
    ];
    const done = await confirm(world, sessions, given);
    expect(codes(done)).toEqual([
      [ref, 'am', 'B'],
      [ref, 'pm', 'N'],
    ]);
    expect(done.refused).toEqual([{ ref: 'CO-NOBODY', half: 'am', detail: 'There is no such order, or it is not yours to see.' }]);
    const written = world.audit.length;
    expect((await confirm(world, sessions, given)).refused).toEqual(done.refused);
    expect(world.audit).toHaveLength(written);
    const back = await confirm(world, [
      { ref, half: 'am' },
      { ref, half: 'pm' },
    ]);
    expect(codes(back).map(([, , code]) => code)).toEqual([undefined, undefined]);
    expect(back.rows[0]).toMatchObject({ mark: 'present', suggested: 'B' });
    expect((await confirm(world, [{ ref, half: 'am' }])).refused).toHaveLength(1);
  });

  test('another day has its own sessions, and a day without school has none', async () => {
    const world = await schoolDay();
    expect((await day(world, undefined, { date: localDate('2027-01-12') })).rows).not.toHaveLength(0);
    expect((await day(world, undefined, { date: localDate('2027-01-16') })).rows).toEqual([]);
  });

  test('row 72: a commissioner sees every school’s placements and confirms none of them; a stranger sees none', async () => {
    const world = await schoolDay();
    const seen = await day(world, commissioner);
    expect(seen.rows.map(({ may }) => may)).toEqual([false, false]);
    expect((await day(world, callerOf(stranger))).rows).toEqual([]);
    const tried = await confirm(world, [{ ref, half: 'am', code: 'B' }], key(), commissioner);
    expect(tried.refused[0]?.detail).toContain('can do this');
    expect((await confirm(world, [{ ref, half: 'am', code: 'B' }], key(), callerOf(stranger))).refused[0]?.detail).toContain(
      'not yours to see',
    );
  });
});

describe('R3: the school is told of another place or other staff as of an absence', () => {
  const change = (world: World, session: Session, told: object = {}, given = key()) =>
    tellSettingChange(world.ports)({
      body: { session, kind: 'staff', from: date, serviceRefs: [runningOrder().request.serviceRef], ...told },
      key: given,
    });

  test('by its attendance contact and safeguarding lead, once each, and by whoever requested; no pupil is named', async () => {
    const world = await schoolDay();
    world.facts.buyer = { ...world.facts.buyer, attendanceEmail: 'attendance@school.example', safeguardingEmail: 'dsl@school.example' };
    const session = await signIn(world);
    expect((await viewToday(world.ports)({ body: { session }, key: '' })).services).toHaveLength(1);
    const given = key();
    expect(await change(world, session, {}, given)).toEqual({ told: 1, left: 0 });
    expect(await change(world, session, {}, given)).toEqual({ told: 1, left: 0 });
    expect(await change(world, session)).toEqual({ told: 0, left: 0 });
    await drain(world);
    await drain(world);
    const title = `Order ${runningOrder().order?.number}: other staff`;
    expect(
      schoolMails(world)
        .filter(([, subject]) => subject === title)
        .map(([to]) => to),
    ).toEqual(expect.arrayContaining(['attendance@school.example', 'dsl@school.example']));
    expect(schoolMails(world).filter(([to]) => to === 'dsl@school.example')).toHaveLength(1);
    expect(JSON.stringify(world.mails)).not.toContain(runningOrder().request.pupilRef);
  });

  test('a service of another provider, and a text that names a pupil, are refused before anything is written', async () => {
    const world = await schoolDay();
    const session = await signIn(world);
    expect(await codeOf(change(world, session, { serviceRefs: ['S-99999'] }))).toBe('not-found');
    expect(await codeOf(change(world, session, { kind: 'place', where: 'for UPN A123456789012' }))).toBe('text-names-a-pupil');
    expect((await world.callOffs.find(runningOrder().ref))?.callOff.order?.settingChanges).toBeUndefined();
  });

  test('another site in the register, however it came there, is told once by the clock', async () => {
    const world = await schoolDay();
    const site = { ref: 'P-0001-S1', providerRef: 'P-0001', name: 'The farm', outcode: 'DT1', postcode: 'DT1 1AA' };
    const taughtAt = (name: string) => {
      const listing = { ...world.facts.listing, service: { ...aService(), siteRef: site.ref }, site: { ...site, name } };
      world.facts.listing = listing;
    };
    taughtAt('The farm');
    const run = placeClock(world.ports);
    expect(await run()).toEqual({ noted: 1, failed: 0 });
    expect(await run()).toEqual({ noted: 0, failed: 0 });
    await drain(world);
    expect(schoolMails(world)).toEqual([]);
    taughtAt('The mill');
    expect(await run()).toEqual({ noted: 1, failed: 0 });
    expect(await run()).toEqual({ noted: 0, failed: 0 });
    await drain(world);
    expect(schoolMails(world)).toContainEqual([senco.email, `Order ${runningOrder().order?.number}: another place`]);
  });
});
