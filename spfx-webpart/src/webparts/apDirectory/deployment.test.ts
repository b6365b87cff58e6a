import { withDeployment } from './deployment';

describe("an organisation's own settings in the package", () => {
  const deployment = { apiAddress: 'https://ap-api.example/api', lot: 'lot-2' };

  it('stand in for what the page leaves empty', () => {
    expect(withDeployment({ apiAddress: '', teamsAppId: '' }, deployment)).toEqual({
      apiAddress: 'https://ap-api.example/api',
      teamsAppId: '',
      lot: 'lot-2'
    });
  });

  it("never change what the page's editor entered", () => {
    expect(withDeployment({ apiAddress: 'https://other.example/api', lot: 'lot-4' }, deployment)).toEqual({
      apiAddress: 'https://other.example/api',
      lot: 'lot-4'
    });
  });

  it('are none in a package that was built without them', () => {
    expect(withDeployment({ apiAddress: '' })).toEqual({ apiAddress: '' });
  });
});
