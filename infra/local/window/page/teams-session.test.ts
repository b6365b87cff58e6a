import { startSession } from './teams-session.ts';

describe('a session of Teams', () => {
  it('tells the tab the sub-page of each link', () => {
    const { give } = startSession(() => false);
    expect([give('/requests/CO-1'), give('/requests/CO-2'), give(undefined)]).toEqual(['/requests/CO-1', '/requests/CO-2', undefined]);
  });

  it('repeats the first one when it is to behave as teams-js#3031 says', () => {
    const { give } = startSession(() => true);
    expect([give(undefined), give('/requests/CO-1'), give('/requests/CO-2'), give(undefined)]).toEqual([
      undefined,
      '/requests/CO-1',
      '/requests/CO-1',
      '/requests/CO-1',
    ]);
  });
});
