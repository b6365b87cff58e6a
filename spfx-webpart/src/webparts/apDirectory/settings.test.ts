import { faultOf, readSettings } from './settings';

const clientId: string = '11111111-2222-3333-4444-555555555555';
const properties = {
  apiAddress: 'https://ap-api.example/api/',
  applicationIdUri: `api://ap-api.example/${clientId}`,
  pagesAddress: 'https://ap-pages.example/',
  teamsAppId: ''
};

describe('the settings of the web part', () => {
  it('are read without slashes at the end, and the Teams app is optional', () => {
    expect(readSettings(properties)).toEqual({
      apiAddress: 'https://ap-api.example/api',
      applicationIdUri: `api://ap-api.example/${clientId}`,
      pagesAddress: 'https://ap-pages.example',
      teamsAppId: undefined
    });
  });

  it('are none while a property is missing or wrong', () => {
    expect(readSettings({})).toBeUndefined();
    expect(readSettings({ ...properties, pagesAddress: '' })).toBeUndefined();
    expect(readSettings({ ...properties, teamsAppId: 'AP Framework' })).toBeUndefined();
  });

  it('never send the token of one API to another host', () => {
    const hosts: string[] = ['elsewhere.example', 'ap-api.example.elsewhere.example', 'ap-api.example:8443', 'ap-api.example@elsewhere.example'];
    for (const host of hosts) expect(readSettings({ ...properties, apiAddress: `https://${host}/api` })).toBeUndefined();
    expect(readSettings({ ...properties, applicationIdUri: `api://${clientId}` })).toBeUndefined();
    expect(readSettings({ ...properties, applicationIdUri: 'https://graph.microsoft.com' })).toBeUndefined();
  });

  it('never send a token in the clear', () => {
    expect(readSettings({ ...properties, apiAddress: 'http://ap-api.example/api' })).toBeUndefined();
  });

  it('may name a service on this machine, as a developer runs it', () => {
    const local = { apiAddress: 'http://localhost:7071/api', applicationIdUri: `api://localhost:7071/${clientId}`, pagesAddress: 'http://localhost:3001' };
    expect(readSettings(local)).toMatchObject({ apiAddress: 'http://localhost:7071/api', pagesAddress: 'http://localhost:3001' });
    expect(readSettings({ ...local, apiAddress: 'http://localhost.elsewhere.example/api' })).toBeUndefined();
  });

  it('tell the editor what the URI must be', () => {
    const elsewhere = { ...properties, apiAddress: 'https://func-ap.example/api' };
    expect(faultOf('applicationIdUri', elsewhere)).toBe(`The URI must name the host of the API address: api://func-ap.example/${clientId}`);
    expect(faultOf('applicationIdUri', properties)).toBe('');
  });
});
