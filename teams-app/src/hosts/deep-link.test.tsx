import { takeGivenPlace } from './deep-link.ts';
import { rememberRoute, takeRoute } from './route-memory.ts';

beforeEach(() => sessionStorage.clear());

const first = { at: 'call-off', ref: 'CO-1', sent: false };
const second = { at: 'call-off', ref: 'CO-2', sent: false };

describe('a deep link', () => {
  it('is new once in a session of Teams, and again in the next', () => {
    expect(takeGivenPlace('/requests/CO-1', 'session-1')).toEqual({ place: first, again: false });
    expect(takeGivenPlace('/requests/CO-1', 'session-1')).toEqual({ place: first, again: true });
    expect(takeGivenPlace('/requests/CO-1', 'session-2')).toEqual({ place: first, again: false });
  });

  it('to another item is new in the same session, and so is going back to the first', () => {
    takeGivenPlace('/requests/CO-1', 'session-1');
    expect(takeGivenPlace('/requests/CO-2', 'session-1')).toEqual({ place: second, again: false });
    expect(takeGivenPlace('/requests/CO-1', 'session-1')).toEqual({ place: first, again: false });
  });

  it('that is no path of ours is left alone', () => {
    expect(takeGivenPlace('home', 'session-1')).toBeUndefined();
    expect(takeGivenPlace(undefined, 'session-1')).toBeUndefined();
  });
});

it('the route before sign-in comes back once', () => {
  rememberRoute('/requests/CO-1');
  expect([takeRoute(), takeRoute()]).toEqual(['/requests/CO-1', undefined]);
});
