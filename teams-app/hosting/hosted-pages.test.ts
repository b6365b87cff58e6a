import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { teamsManifest } from '../appPackage/manifest.ts';
import { readPackageSettings } from '../appPackage/package-settings.ts';
import { SettingsFault } from '../deployment/settings.ts';
import { linkPaths } from '../src/links/read-link.ts';
import { toSettings } from '../src/settings.ts';
import { hostedPages } from './hosted-pages.ts';
import { headersAt } from './page-headers.ts';

const example = parseEnv(readFileSync(path.join(import.meta.dirname, '../deployment/settings.example.env'), 'utf8')) as Record<
  string,
  string
>;
const { '/config.json': config, '/staticwebapp.config.json': site } = hostedPages(example);
const policyOf = (headers: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    (headers['Content-Security-Policy'] ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
const policy = policyOf(site.globalHeaders as Record<string, string>);

describe('the settings beside the pages', () => {
  it('are those that the tab reads, and it asks for a token to what the Teams app names', () => {
    const read = toSettings(config, 'production');
    expect(read).toMatchObject({ apiUrl: example.API_URL, signIn: { clientId: example.API_CLIENT_ID }, windowOrigin: undefined });
    const { webApplicationInfo } = teamsManifest(readPackageSettings(example, '1.0.0'));
    expect(read.signIn.scope).toBe(`${webApplicationInfo?.resource}/access_as_user`);
    expect(read.council).toEqual({ name: 'Example Council', tenantId: example.TENANT_ID });
    expect(read.contact).toEqual({ team: 'the commissioning team of Example Council', email: example.COMMISSIONING_CONTACT });
  });

  it('name the app in Teams once an administrator has noted its id', () => {
    expect(config).not.toHaveProperty('teamsAppId');
    const teamsAppId = '7b3f2a10-5c44-4e0d-9c1a-0d6f4b8e2a55';
    expect(hostedPages({ ...example, TEAMS_LINK_APP_ID: teamsAppId })['/config.json']).toMatchObject({ teamsAppId });
  });

  it('that are at fault are all named', () => {
    const faulty = {
      ...example,
      API_URL: 'http://ap.example/api',
      COMMISSIONING_CONTACT: 'the team',
      PAGES_URL: 'https://ap.azurewebsites.net',
    };
    const made = (): unknown => hostedPages({ ...faulty, API_CLIENT_ID: '' });
    expect(made).toThrow(SettingsFault);
    expect(made).toThrow(
      /PAGES_URL: ap\.azurewebsites\.net .*\n +API_URL is not an https address\.\n +API_CLIENT_ID is not set\.\n +COMMISSIONING_CONTACT is not an e-mail/,
    );
  });
});

describe('how the pages are served', () => {
  it('E45: lets Microsoft 365 show them in a frame, and nobody else', () => {
    // Learn, 'Tab requirements': every host of Teams, Outlook and the Microsoft 365 app.
    expect(policy['frame-ancestors']).toEqual([
      "'self'",
      'https://*.cloud.microsoft',
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.microsoft365.com',
      'https://*.office.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'https://outlook-sdf.office.com',
      'https://outlook-sdf.office365.com',
    ]);
    expect(JSON.stringify(site)).not.toMatch(/X-Frame-Options|localhost/i);
  });

  it('runs their own scripts only, and calls this deployment’s API and Microsoft’s sign-in only', () => {
    expect(policy['script-src']).toEqual(["'self'"]);
    expect(policy['connect-src']).toEqual([
      "'self'",
      'https://ap-functions.azurewebsites.net',
      'https://res.cdn.office.net',
      'https://login.microsoftonline.com',
    ]);
  });

  const routes = site.routes as readonly { route: string; rewrite?: string; headers: Readonly<Record<string, string>> }[];
  const routeOf = (route: string) => routes.find((each) => each.route === route);

  it('E45: shows the pages about the app in no frame', () => {
    expect(policyOf(routeOf('/about/*')?.headers ?? {})['frame-ancestors']).toEqual(["'none'"]);
  });

  it.each(linkPaths.map((place) => [place] as const))(
    'shows %s, which acts by a link, in no frame, and lets it call this API only',
    (place) => {
      const { rewrite, headers } = routeOf(`${place}*`) ?? { headers: {} };
      const told = policyOf(headers);
      expect([rewrite, told['frame-ancestors'], told['form-action']]).toEqual(['/index.html', ["'none'"], ["'none'"]]);
      expect(told['connect-src']).toEqual(["'self'", 'https://ap-functions.azurewebsites.net']);
      expect(headers).toEqual(headersAt(place, { api: example.API_URL ?? '' }));
    },
  );

  it('gives every page, whoever may show it, the same safe headers, and no page a script written into it', () => {
    const all = [site.globalHeaders as Readonly<Record<string, string>>, ...routes.map(({ headers }) => headers)];
    const withPolicy = all.filter((headers) => 'Content-Security-Policy' in headers);
    expect(withPolicy).toHaveLength(linkPaths.length + 2);
    for (const headers of withPolicy) {
      expect(headers).toMatchObject({
        'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      });
      const told = policyOf(headers);
      expect([told['default-src'], told['object-src'], told['base-uri']]).toEqual([["'self'"], ["'none'"], ["'none'"]]);
      expect((told['script-src'] ?? told['default-src'])?.join(' ')).toBe("'self'");
    }
  });

  it('answers every place of the app with the one page, and a missing file with nothing', () =>
    expect(site.navigationFallback).toEqual({ rewrite: '/index.html', exclude: ['/assets/*', '/about/*', '/config.json'] }));
});
