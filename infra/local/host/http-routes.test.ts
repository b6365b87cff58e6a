import { httpRoutes } from './http-routes.ts';
import type { RegisteredFunction } from './registry.ts';

function httpFunction(name: string, options: Record<string, unknown>): RegisteredFunction {
  const trigger = { type: 'httpTrigger', direction: 'in' as const, ...options };
  return { metadata: { name, bindings: { request: trigger } }, triggerName: 'request', trigger, callback: () => undefined };
}

describe('the routes of an app', () => {
  test('carry the prefix, the methods and the level', () => {
    const [route] = httpRoutes([httpFunction('directory', { route: '/directory', methods: ['get'], authLevel: 'anonymous' })], 'api');
    expect(route).toMatchObject({ template: { text: 'api/directory' }, authLevel: 'anonymous' });
    expect([...route!.methods]).toEqual(['GET']);
  });

  test('[host 2] default to the name, to GET and POST, and to a function key', () => {
    const [route] = httpRoutes([httpFunction('directory', {})], '');
    expect(route).toMatchObject({ template: { text: 'directory' }, authLevel: 'function' });
    expect([...route!.methods]).toEqual(['GET', 'POST']);
  });

  test('[host 15] are refused when two functions answer the same method on the same paths', () => {
    const one = httpFunction('one', { route: 'call-offs/{id}', methods: ['GET', 'PUT'] });
    const two = httpFunction('two', { route: 'Call-Offs/{key}', methods: ['PUT'] });
    expect(() => httpRoutes([one, two], 'api')).toThrow('The functions "one" and "two" both answer PUT');
  });

  test('may share paths with different methods or constraints', () => {
    const one = httpFunction('one', { route: 'call-offs/{id}', methods: ['GET'] });
    const two = httpFunction('two', { route: 'call-offs/{id}', methods: ['PUT'] });
    const three = httpFunction('three', { route: 'call-offs/{id:int}', methods: ['GET'] });
    expect(httpRoutes([one, two, three], 'api').map((route) => route.target.metadata.name)).toEqual(['three', 'one', 'two']);
  });

  test.each([
    ['a path of the host itself', { route: 'admin/people' }, 'conflicts with routes of the host'],
    ['an unknown method', { methods: ['FETCH'] }, '"FETCH" is not an HTTP method'],
    ['an unknown level', { authLevel: 'everybody' }, '"everybody" is not an auth level'],
  ])('refuse %s', (_what, options, message) => {
    expect(() => httpRoutes([httpFunction('people', options)], '')).toThrow(message);
  });
});
