import { compileRoute } from './route-template.ts';

const match = (template: string, path: string): Record<string, string> | undefined => compileRoute(template).match(path.split('/'));

describe('a route template', () => {
  test.each([
    ['api/services', 'API/Services', {}],
    ['api/services/{id}', 'api/services/a b', { id: 'a b' }],
    ['api/services/{id?}', 'api/services', {}],
    ['api/services/{id:int}', 'api/services/42', { id: '42' }],
    [
      'api/call-offs/{id:guid}/steps/{step:int:range(1,3)}',
      'api/call-offs/0e7a1c9e-2f0d-4a57-9f0a-1b2c3d4e5f60/steps/3',
      { id: '0e7a1c9e-2f0d-4a57-9f0a-1b2c3d4e5f60', step: '3' },
    ],
    ['files/{*path}', 'files/a/b/c.txt', { path: 'a/b/c.txt' }],
    ['files/{*path}', 'files', {}],
    ['reports/{year}-{month}.csv', 'reports/2026-11.csv', { year: '2026', month: '11' }],
  ])('%s takes %s', (template, path, expected) => {
    expect(match(template, path)).toEqual(expected);
  });

  test.each([
    ['api/services/{id}', 'api/services'],
    ['api/services/{id}', 'api/services/1/2'],
    ['api/services/{id}', 'api//1'],
    ['services/{id:int}', 'services/2147483648'],
    ['services/{id:int}', 'services/4x'],
    ['services/{id:guid}', 'services/0e7a1c9e'],
    ['services/{id:alpha}', 'services/a1'],
    ['outcodes/{code:length(2,4)}', 'outcodes/DT1AA'],
    ['reports/{year}.csv', 'reports/.csv'],
  ])('%s does not take %s', (template, path) => {
    expect(match(template, path)).toBeUndefined();
  });

  test('a more exact template sorts first', () => {
    const templates = ['a/{*rest}', 'a/{id}', 'a/{id:int}', 'a/x{id}', 'a/new'].map(compileRoute);
    expect([...templates].sort((a, b) => (a.rank < b.rank ? -1 : 1)).map((each) => each.text)).toEqual([
      'a/new',
      'a/x{id}',
      'a/{id:int}',
      'a/{id}',
      'a/{*rest}',
    ]);
  });

  test.each(['a/{id?}/b', 'a/{*rest}/b', 'a/{id', 'a/{id:unheard-of}', 'a/{id=1}', 'a/{id:range(1,x)}'])('refuses "%s"', (template) => {
    expect(() => compileRoute(template)).toThrow('Route "a/{');
  });
});
