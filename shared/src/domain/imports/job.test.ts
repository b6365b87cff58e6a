import { newJob, nextBatch } from './job.ts';

const by = { tenantId: 't', objectId: 'o', name: 'C', email: 'c@council.example' };

it('of an import that was stopped only what the service has not answered for is sent again', () => {
  const job = { ...newJob('import', by, 100, '2026-11-26T10:00:00Z'), next: 40, again: [3, 21] };
  expect(nextBatch(job, 4)).toEqual([3, 21, 40, 41]);
  const stopped = { ...job, stopped: { by, at: '2026-11-26T10:01:00Z' } };
  expect(nextBatch(stopped, 4)).toEqual([3, 21]);
  expect(nextBatch({ ...stopped, again: [] }, 4)).toEqual([]);
});
