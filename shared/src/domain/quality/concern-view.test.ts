import { concernCategories, concernSeverities } from './concern-category.ts';
import { concernStatuses } from './concern-status.ts';
import { concernForCommissioners } from './concern-view.ts';
import { categoryWords, severityWords, statusWords } from './concern-words.ts';
import { ada, ben, today } from './quality.fixture.ts';

test('the list of commissioners: what a concern is about and where it stands, neither its text nor who reported it', () => {
  const concern = {
    ref: 'C-00001',
    version: 3,
    history: [],
    outbox: [],
    lastCommands: [],
    providerRef: 'P-0001',
    status: 'closed',
    category: 'adult-may-have-harmed',
    severity: 'danger-now',
    text: 'A door to the road was left open.',
    reportedBy: ben,
    reportedAt: '2026-11-23T09:00:00Z',
    rung: ['999', 'lado'],
    leadRef: 'C-00000',
    joined: ['C-00002'],
    pausedBy: ada,
    ladoReferral: { on: today, recordedBy: ada },
    outcome: 'put-right',
    outcomeText: 'The door has a closer now.',
    closedBy: ada,
  } as const;
  const listed = {
    ref: 'C-00001',
    providerRef: 'P-0001',
    status: 'closed',
    category: 'adult-may-have-harmed',
    severity: 'danger-now',
    reportedAt: '2026-11-23T09:00:00Z',
    leadRef: 'C-00000',
    joined: ['C-00002'],
    ordersPaused: true,
    ladoReferred: true,
    outcome: 'put-right',
  };
  expect(concernForCommissioners(concern)).toStrictEqual(listed);
  const quiet = concernForCommissioners({ ...concern, pausedBy: undefined, ladoReferral: undefined });
  expect(quiet).toStrictEqual({ ...listed, ordersPaused: false, ladoReferred: false });
});

test('every category, severity and status has words of its own', () => {
  expect(Object.keys(categoryWords)).toEqual([...concernCategories]);
  expect(Object.keys(severityWords)).toEqual([...concernSeverities]);
  expect(Object.keys(statusWords)).toEqual([...concernStatuses]);
  expect(statusWords.closed).toBe('Closed');
});
