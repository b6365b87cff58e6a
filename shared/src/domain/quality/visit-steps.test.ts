import { stateRoom } from '../call-off/call-off-room.ts';
import { localDate } from '../days/local-date.ts';
import { decideVisit } from './decide-visit.ts';
import { ada, ben, byHand, commissioners, now, refusalOf, stateAfter, today, worksOf } from './quality.fixture.ts';
import { planVisit, type Visit, type VisitCommand, visitsDue } from './visit.ts';

const yesterday = localDate('2026-11-23');
const tomorrow = localDate('2026-11-25');
const facts = { councilMembers: commissioners };
const planned = (plannedFor = today) => planVisit({ ...byHand(ada), ref: 'V-00001', providerRef: 'P-0001', plannedFor }, facts);
const decide = (present: Visit, command: VisitCommand) => decideVisit(present, command, facts);
const after = (...given: readonly VisitCommand[]): Visit =>
  given.reduce((present, command) => stateAfter(decide(present, command)), stateAfter(planned()));
const record = (told: { heldOn?: typeof today; findings?: string } = {}): VisitCommand => ({
  ...byHand(ada),
  kind: 'record',
  heldOn: today,
  findings: 'Calm rooms.',
  ...told,
});
const agree = (told: { text?: string; dueOn?: typeof today } = {}): VisitCommand => ({
  ...byHand(ada),
  kind: 'add-action',
  text: 'Put closers on the doors.',
  dueOn: today,
  ...told,
});
const evidence = (actionRef: string, link?: string): VisitCommand => ({ ...byHand(ada), kind: 'evidence-action', actionRef, link });
const finish = (actionRef: string): VisitCommand => ({ ...byHand(ben), kind: 'finish-action', actionRef });
const close = (): VisitCommand => ({ ...byHand(ada), kind: 'close' });
const audit = (action: string) => expect.objectContaining({ kind: 'record-audit', action });

describe('a planned visit', () => {
  test('is for today or later, and has no actions yet', () => {
    expect(stateAfter(planned())).toMatchObject({
      ref: 'V-00001',
      providerRef: 'P-0001',
      status: 'planned',
      plannedFor: today,
      actions: [],
    });
    expect(worksOf(planned())).toEqual([audit('visit-planned')]);
    expect(refusalOf(planned(yesterday))).toMatchObject({ code: 'dates-not-allowed', field: '/plannedFor' });
  });

  test('is moved to a day that is today or later', () => {
    const moved = (plannedFor: typeof today) => decide(stateAfter(planned(tomorrow)), { ...byHand(ada), kind: 'move', plannedFor });
    expect(stateAfter(moved(today))).toMatchObject({ status: 'planned', plannedFor: today });
    expect(worksOf(moved(today))).toEqual([audit('visit-moved')]);
    expect(refusalOf(moved(yesterday))).toMatchObject({ code: 'dates-not-allowed', field: '/plannedFor' });
  });

  test('is cancelled with a reason', () => {
    const cancelled = (reason: string) => decide(stateAfter(planned()), { ...byHand(ada), kind: 'cancel', reason });
    expect(stateAfter(cancelled('The site is shut.'))).toMatchObject({ status: 'cancelled', plannedFor: today });
    expect(stateAfter(cancelled('The site is shut.')).history.at(-1)?.comment).toBe('The site is shut.');
    expect(worksOf(cancelled('The site is shut.'))).toEqual([audit('visit-cancelled')]);
    expect(refusalOf(cancelled(''))).toMatchObject({ code: 'reason-required', field: '/reason' });
  });

  test('was held today at the latest, with what was found', () => {
    expect(after(record())).toMatchObject({ status: 'held', heldOn: today, heldBy: ada, findings: 'Calm rooms.' });
    expect(worksOf(decide(stateAfter(planned()), record()))).toEqual([audit('visit-held')]);
    expect(refusalOf(decide(stateAfter(planned()), record({ heldOn: tomorrow })))).toMatchObject({
      code: 'dates-not-allowed',
      field: '/heldOn',
    });
    expect(refusalOf(decide(stateAfter(planned()), record({ findings: '' })))).toMatchObject({
      code: 'reason-required',
      field: '/findings',
    });
  });
});

describe('an action after a visit', () => {
  test('is agreed for today or later, each under a number of its own, and the provider is told', () => {
    const agreed = decide(after(record()), agree());
    expect(worksOf(agreed)).toEqual([{ kind: 'tell-provider-what-to-do', actionRef: 'V-00001-A1' }, audit('visit-action-added')]);
    expect(after(record(), agree(), agree({ text: 'Name a deputy.' })).actions).toStrictEqual([
      { ref: 'V-00001-A1', text: 'Put closers on the doors.', dueOn: today },
      { ref: 'V-00001-A2', text: 'Name a deputy.', dueOn: today },
    ]);
    expect(refusalOf(decide(after(record()), agree({ text: '' })))).toMatchObject({ code: 'reason-required', field: '/text' });
    expect(refusalOf(decide(after(record()), agree({ dueOn: yesterday })))).toMatchObject({ code: 'dates-not-allowed', field: '/dueOn' });
  });

  test('has its own evidence, with or without a link, and is done when a commissioner says so; the others stay', () => {
    const two = after(record(), agree(), agree());
    const link = 'https://council.example/e';
    const evidenced = decide(two, evidence('V-00001-A2', link));
    expect(stateAfter(evidenced).actions).toStrictEqual([
      two.actions[0],
      { ...two.actions[1], evidence: { recordedBy: ada, recordedAt: now, link } },
    ]);
    expect(worksOf(evidenced)).toEqual([audit('visit-action-evidenced')]);
    expect(decide(two, evidence('V-00001-A2')).ok).toBe(true);
    expect(refusalOf(decide(two, evidence('V-00001-A2', 'ftp://x')))).toMatchObject({ code: 'link-not-allowed', field: '/link' });
    const done = decide(two, finish('V-00001-A1'));
    expect(stateAfter(done).actions).toStrictEqual([{ ...two.actions[0], doneBy: ben, doneAt: now }, two.actions[1]]);
    expect(worksOf(done)).toEqual([audit('visit-action-done')]);
  });

  test('that is not there, or is done, is not changed', () => {
    const done = after(record(), agree(), finish('V-00001-A1'));
    for (const command of [evidence, finish]) {
      expect(refusalOf(decide(done, command('V-00001-A1')))).toMatchObject({ code: 'already-recorded', field: '/actionRef' });
      expect(refusalOf(decide(done, command('V-00001-A2')))).toMatchObject({ code: 'action-not-found', field: '/actionRef' });
    }
  });

  test('keeps its visit open until all are done; one without any closes at once', () => {
    expect(refusalOf(decide(after(record(), agree(), agree(), finish('V-00001-A1')), close())).code).toBe('actions-open');
    const closed = decide(after(record()), close());
    expect(stateAfter(closed).status).toBe('closed');
    expect(worksOf(closed)).toEqual([audit('visit-closed')]);
  });
});

test('a visit takes no command twice, none of anybody else, and none in a full record', () => {
  const present = after(record());
  const command = agree();
  const once = stateAfter(decide(present, command));
  expect(decide(once, command)).toMatchObject({ ok: true, state: once, replay: { version: once.version } });
  expect(refusalOf(decide(present, { ...agree(), channel: 'link' })).code).toBe('not-a-person');
  expect(refusalOf(decide(present, record()))).toMatchObject({
    code: 'not-in-this-state',
    detail: 'Not possible while this visit is held.',
  });
  expect(refusalOf(decide({ ...present, findings: 'x'.repeat(stateRoom) }, agree())).code).toBe('record-full');
});

describe('row 23: which providers are to be visited', () => {
  const held = (providerRef: string, heldOn: string) => ({ providerRef, status: 'held', heldOn: localDate(heldOn) }) as const;
  const by = localDate('2026-12-31');

  test('those never visited first, then the longest unvisited, up to that day; none for which a visit is planned', () => {
    const visits = [
      held('P-0001', '2025-12-31'),
      held('P-0002', '2026-01-01'),
      held('P-0003', '2025-10-01'),
      held('P-0003', '2025-09-01'),
      held('P-0004', '2024-01-01'),
      { providerRef: 'P-0004', status: 'planned', heldOn: undefined } as const,
      { providerRef: 'P-0005', status: 'cancelled', heldOn: undefined } as const,
      { providerRef: 'P-0002', status: 'cancelled', heldOn: undefined } as const,
      held('P-0007', '2025-10-01'),
    ];
    const providers = ['P-0006', 'P-0001', 'P-0002', 'P-0007', 'P-0003', 'P-0004', 'P-0005'];
    expect(visitsDue(providers, visits, by)).toStrictEqual([
      { providerRef: 'P-0005', dueOn: undefined },
      { providerRef: 'P-0006', dueOn: undefined },
      { providerRef: 'P-0003', dueOn: '2026-10-01' },
      { providerRef: 'P-0007', dueOn: '2026-10-01' },
      { providerRef: 'P-0001', dueOn: '2026-12-31' },
    ]);
    expect(visitsDue(['P-0001', 'P-0002'], visits, by, 6)).toHaveLength(2);
  });
});
