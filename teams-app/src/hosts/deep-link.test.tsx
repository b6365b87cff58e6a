import { takeSubPage } from './deep-link.ts';
import { rememberRoute, takeRoute } from './route-memory.ts';

beforeEach(() => sessionStorage.clear());

describe('a deep link', () => {
  it('is followed once in a session of Teams, and again in the next', () => {
    expect(takeSubPage('/requests/CO-1', 'session-1')).toBe('/requests/CO-1');
    expect(takeSubPage('/requests/CO-1', 'session-1')).toBeUndefined();
    expect(takeSubPage('/requests/CO-1', 'session-2')).toBe('/requests/CO-1');
  });

  it('to another item is followed in the same session', () => {
    takeSubPage('/requests/CO-1', 'session-1');
    expect(takeSubPage('/requests/CO-2', 'session-1')).toBe('/requests/CO-2');
  });

  it('that is no path of ours is left alone', () => expect(takeSubPage('home', 'session-1')).toBeUndefined());
});

it('the route before sign-in comes back once', () => {
  rememberRoute('/requests/CO-1');
  expect([takeRoute(), takeRoute()]).toEqual(['/requests/CO-1', undefined]);
});
