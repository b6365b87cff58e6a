import { reasonToRefuse } from './request-guard.ts';

const tab = 'http://localhost:3001';
const asked = (method: string, headers: Record<string, string>, mayRead: readonly string[] = []) =>
  reasonToRefuse({ method, headers: { host: 'localhost:3000', ...headers } }, mayRead);

describe('who may ask the window for sample people and their tokens', () => {
  it('lets its own page ask, and tools without a page', () => {
    expect(asked('GET', {})).toBeUndefined();
    expect(asked('GET', { origin: 'http://localhost:3000' })).toBeUndefined();
    expect(asked('POST', { origin: 'http://localhost:3000', 'content-type': 'application/json; charset=utf-8' })).toBeUndefined();
  });

  it('lets the tab read what is open to it and nothing else', () => {
    expect(asked('GET', { origin: tab }, [tab])).toBeUndefined();
    expect(asked('GET', { origin: tab })).toBe('Pages of http://localhost:3001 may not ask this.');
  });

  it('refuses a name that merely leads to this machine', () => {
    expect(asked('GET', { host: 'rebound.example:3000' })).toBe('Only localhost is served.');
    expect(asked('GET', { host: 'localhost.example' })).toBe('Only localhost is served.');
  });

  it('refuses pages of other sites and forms', () => {
    expect(asked('GET', { origin: 'https://elsewhere.example' }, [tab])).toContain('elsewhere.example');
    expect(asked('GET', { origin: 'null' }, [tab])).toContain('null');
    expect(asked('POST', { 'content-type': 'text/plain' })).toBe('A body must be application/json.');
    expect(asked('PATCH', {})).toBe('A body must be application/json.');
  });
});
