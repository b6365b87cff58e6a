import { judgeOtherSite, judgeOwnSite } from './judge-grants.ts';

const app = '0b6d3c1e-9f24-4a8b-b7c5-1d2e3f405162';
const held = (...roles: string[]) => [{ id: '1', roles, appIds: [app.toUpperCase()] }];

describe("what the product's app may hold", () => {
  it('is write on the site of the lists', () => {
    expect(judgeOwnSite(held('write'), app)).toEqual({ kind: 'right' });
    expect(judgeOwnSite(held('read'), app)).toEqual({ kind: 'missing' });
    expect(judgeOwnSite([{ id: '2', roles: ['fullcontrol'], appIds: ['another'] }], app)).toEqual({ kind: 'missing' });
  });

  it.each(['owner', 'fullcontrol', 'manage', 'a role of tomorrow'])('is never %s, not even beside write', (role) => {
    expect(judgeOwnSite([...held('write'), ...held(role)], app)).toMatchObject({
      kind: 'too-much',
      sentence: expect.stringContaining(role),
    });
  });

  it('is nothing at all on any other site', () => {
    expect(judgeOtherSite('/sites/schools', [], app)).toEqual({ kind: 'right' });
    expect(judgeOtherSite('/sites/schools', held('read'), app)).toMatchObject({ kind: 'too-much' });
  });
});
