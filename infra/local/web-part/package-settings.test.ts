import { webPartSettings } from './package-settings.ts';

const given = {
  API_URL: 'https://ap-api.example/api/',
  API_CLIENT_ID: '2D8F5E30-b146-4cad-99e7-3f4051627384',
  PAGES_URL: 'https://ap-pages.example/',
};

describe('the settings that a package of the web part is made with', () => {
  it("become the web part's own, with the URI that names the API's host", () => {
    expect(webPartSettings(given)).toEqual({
      apiAddress: 'https://ap-api.example/api',
      applicationIdUri: 'api://ap-api.example/2d8f5e30-b146-4cad-99e7-3f4051627384',
      pagesAddress: 'https://ap-pages.example',
      teamsAppId: '',
    });
  });

  it('name every fault at once', () => {
    const wrong = { API_URL: 'http://ap-api.example/api', PAGES_URL: 'https://ap-pages.example/tab', TEAMS_LINK_APP_ID: 'AP Framework' };
    expect(() => webPartSettings(wrong)).toThrow(/API_URL must.*\n.*API_CLIENT_ID must.*\n.*PAGES_URL must.*\n.*TEAMS_LINK_APP_ID must/);
  });
});
