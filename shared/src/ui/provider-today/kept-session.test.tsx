import { forgetSession, keepSession, keptSession } from './kept-session.ts';

const session = { linkId: '99999999-9999-4999-8999-999999999999', secret: 's'.repeat(43), expiresAt: '2027-01-14T20:00:00.000Z' };
afterEach(() => window.sessionStorage.clear());

test('a session is there after a reload of its window, until it is over or signed out of; nothing is left of it then', () => {
  expect(keptSession('2027-01-14T08:00:00.000Z')).toBeUndefined();
  keepSession(session);
  expect(keptSession('2027-01-14T19:59:59.000Z')).toEqual(session);
  expect(keptSession('2027-01-14T20:00:00.000Z')).toBeUndefined();
  expect(window.sessionStorage).toHaveLength(0);
  keepSession(session);
  forgetSession();
  expect(keptSession('2027-01-14T08:00:00.000Z')).toBeUndefined();
  expect(window.localStorage).toHaveLength(0);
});

test('what is no session is thrown away', () => {
  for (const text of ['not JSON', '{"linkId":1}', 'null']) {
    window.sessionStorage.setItem('ap-today', text);
    expect(keptSession('2027-01-14T08:00:00.000Z')).toBeUndefined();
  }
});
