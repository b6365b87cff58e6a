import type { TenantRoute } from '../exchange.ts';
import { router } from './router.ts';

const route = (method: string, pattern: string): TenantRoute => ({ method, pattern, handle: () => ({ status: 200 }) });
const segments = (path: string): string[] => path.split('/').slice(1);

describe('the router', () => {
  const match = router([
    route('GET', '/v1.0/sites/{rest*}'),
    route('GET', '/v1.0/sites/{site}/lists/{list}'),
    route('GET', '/v1.0/sites/{site}/lists/delta'),
    route('GET', "/sites/ap/_api/web/getByTitle('{title}')/fields"),
    route('POST', '/v1.0/$batch'),
    route('GET', '/{tenant}/discovery/v2.0/keys'),
  ]);

  test('takes the most literal pattern, whatever the order', () => {
    expect(match('GET', segments('/v1.0/sites/a/lists/delta'))?.route.pattern).toBe('/v1.0/sites/{site}/lists/delta');
    expect(match('GET', segments('/v1.0/sites/a/lists/b'))).toMatchObject({ params: { site: 'a', list: 'b' } });
  });

  test('gives the rest of a path, with its slashes', () => {
    expect(match('GET', segments('/v1.0/sites/host:/sites/ap:/lists'))).toMatchObject({ params: { rest: 'host:/sites/ap:/lists' } });
    expect(match('GET', segments('/v1.0/sites'))).toBeUndefined();
  });

  test('reads a name inside a segment and takes signs literally', () => {
    expect(match('GET', segments("/sites/ap/_api/web/getByTitle('Call-offs')/fields"))).toMatchObject({ params: { title: 'Call-offs' } });
    expect(match('POST', ['v1.0', '$batch'])).toBeDefined();
  });

  test('an encoded slash stays inside its segment', () => {
    expect(match('GET', ['v1.0', 'sites', 'a', 'lists', 'x/y'])).toMatchObject({ params: { list: 'x/y' } });
  });

  test('does not serve another method', () => {
    expect(match('DELETE', segments('/v1.0/sites/a/lists/b'))).toBeUndefined();
  });

  test('two rooms may not serve the same', () => {
    expect(() => router([route('GET', '/a'), route('GET', '/a')])).toThrow('Two rooms serve GET /a.');
  });
});
