import { SettingsFault } from '../deployment/settings.ts';
import { readPackageSettings } from './package-settings.ts';

const good = {
  TEAMS_APP_ID: '7B3F2A10-5C44-4E0D-9C1A-0D6F4B8E2A55',
  PAGES_URL: 'https://ap-framework.dorsetshire.gov.uk/',
  API_CLIENT_ID: '2d8f5e30-b146-4cad-99e7-3f4051627384',
  BOT_APP_ID: '3e906f41-c257-4dbe-aaf8-405162738495',
  COUNCIL_NAME: 'Dorsetshire Council',
};

const faultsOf = (values: Readonly<Record<string, string | undefined>>): readonly string[] => {
  try {
    readPackageSettings(values, '1.0.0');
    return [];
  } catch (error) {
    if (error instanceof SettingsFault) return error.faults;
    throw error;
  }
};

test('good settings are read: ids in small letters, the address without its slash, the version of the project', () =>
  expect(readPackageSettings({ ...good, PATH: '/bin' }, '1.0.0')).toEqual({
    teamsAppId: '7b3f2a10-5c44-4e0d-9c1a-0d6f4b8e2a55',
    version: '1.0.0',
    pages: 'https://ap-framework.dorsetshire.gov.uk',
    apiClientId: good.API_CLIENT_ID,
    botAppId: good.BOT_APP_ID,
    councilName: good.COUNCIL_NAME,
  }));

test('every fault is named at once', () =>
  expect(
    faultsOf({
      ...good,
      TEAMS_APP_ID: 'home',
      BOT_APP_ID: '',
      COUNCIL_NAME: 'The Council of the County of Dorsetshire',
      APP_VERSION: '1.0',
    }),
  ).toEqual([
    'TEAMS_APP_ID is not an id such as 3e906f41-c257-4dbe-aaf8-405162738495.',
    'BOT_APP_ID is not set.',
    'COUNCIL_NAME is longer than the 32 characters that Teams shows.',
    'APP_VERSION is not a version such as 1.2.0.',
  ]));

describe('an address of the pages', () => {
  it.each([
    ['http://ap.dorsetshire.gov.uk', 'is not https'],
    ['ap.dorsetshire.gov.uk', 'is not an address'],
    ['https://ap.dorsetshire.gov.uk/tab', 'names a page'],
    ['https://ap.dorsetshire.gov.uk:8443', 'names a port'],
    ['https://me:secret@ap.dorsetshire.gov.uk', 'password'],
    ['https://localhost', 'is not a domain of an organisation'],
    ['https://ap', 'is not a domain of an organisation'],
    ['https://gov.uk', 'is not a domain of an organisation'],
    ['https://10.0.0.4', 'is a number, not a name'],
    ['https://[::1]', 'is a number, not a name'],
    ['https://ap-functions.azurewebsites.net', 'Microsoft does not accept *.azurewebsites.net'],
    ['https://ap.azureedge.net', 'Microsoft does not accept *.azureedge.net'],
    ['https://council.onmicrosoft.com', 'Microsoft does not accept *.onmicrosoft.com'],
    ['https://login.microsoftonline.com', 'Microsoft does not accept *.microsoftonline.com'],
    ['https://teams.microsoft.com', 'Microsoft does not accept *.microsoft.com'],
    ['https://council.sharepoint.com', 'Microsoft does not accept *.sharepoint.com'],
    ['https://quiet-field-1.azurestaticapps.net', 'anybody can register a name below azurestaticapps.net'],
    ['https://abc.ngrok-free.app', 'is a tunnel'],
    ['https://abc-3001.uks1.devtunnels.ms', 'is a tunnel'],
  ])('E45: %s is refused', (address, why) => {
    const [fault, ...more] = faultsOf({ ...good, PAGES_URL: address });
    expect(fault).toMatch(/^PAGES_URL: .*\.$/);
    expect(fault).toContain(why);
    expect(more).toEqual([]);
  });

  it.each(['https://ap.microsoft.com.dorsetshire.gov.uk', 'https://notmicrosoft.com', 'https://ap-framework.example.gov.uk'])(
    '%s is the council’s own',
    (address) => expect(faultsOf({ ...good, PAGES_URL: address })).toEqual([]),
  );
});
