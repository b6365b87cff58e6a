import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { personalTab } from '@ap/shared/contract/place-link';
import type { TeamsManifestLatest } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { buildPackage } from './build-package.ts';
import { manifestFaults } from './check-manifest.ts';
import { manifestVersion, teamsManifest } from './manifest.ts';
import { readPackageSettings } from './package-settings.ts';

const example = parseEnv(readFileSync(path.join(import.meta.dirname, '../deployment/settings.example.env'), 'utf8')) as Record<
  string,
  string
>;
const settings = readPackageSettings(example, '0.1.0');
const files = unzipSync(buildPackage(settings));
const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as TeamsManifestLatest;
const host = 'ap-framework.council.example';

describe('the package that an administrator uploads', () => {
  it('holds the manifest and its two icons, and nothing else', () => {
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect([manifest.icons.color, manifest.icons.outline]).toEqual(['color.png', 'outline.png']);
  });

  it('is accepted by Microsoft’s schema, of the newest version that its package carries', () => {
    expect(manifestFaults(manifest)).toEqual([]);
    const schemas = path.join(createRequire(import.meta.filename).resolve('@microsoft/app-manifest'), '../json-schemas/teams');
    const versions = readdirSync(schemas).flatMap((name) => (/^v1\.\d+$/.test(name) ? [Number(name.slice(3))] : []));
    expect(manifestVersion).toBe(`1.${Math.max(...versions)}`);
  });

  it('is the same to the byte each time it is made', () => expect(buildPackage(settings)).toEqual(buildPackage(settings)));

  it('names no address that is not https on the one domain of the tab, but for the schema', () => {
    const { $schema, ...rest } = manifest;
    expect($schema).toBe('https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json');
    const addresses = [...JSON.stringify(rest).matchAll(/[a-z]+:\/\/[^"\s]+/g)].map(([address]) => new URL(address.replace(/\.$/, '')));
    expect(new Set(addresses.map(({ protocol, host: named }) => `${protocol}${named}`))).toEqual(new Set([`https:${host}`, `api:${host}`]));
  });

  it('points at pages that the tab serves', () => {
    const { websiteUrl, privacyUrl, termsOfUseUrl } = manifest.developer;
    for (const address of [websiteUrl, privacyUrl, termsOfUseUrl])
      expect([address, existsSync(path.join(import.meta.dirname, '../public', new URL(address).pathname))]).toEqual([address, true]);
  });
});

describe('what the app asks for', () => {
  it('is one domain, no device, and of a person’s resources only their activity feed, to write into', () => {
    expect(manifest.validDomains).toEqual([host]);
    expect(manifest).not.toHaveProperty('devicePermissions');
    expect(manifest.authorization).toEqual({
      permissions: { resourceSpecific: [{ name: 'TeamsActivity.Send.User', type: 'Application' }] },
    });
    expect(manifest.permissions).toEqual(['identity']);
  });

  it('is a sign-in to the API under the tab’s own domain, as Teams demands', () =>
    expect(manifest.webApplicationInfo).toEqual({ id: example.API_CLIENT_ID, resource: `api://${host}/${example.API_CLIENT_ID}` }));

  it('is a bot in personal chats alone: it is not brought into a team to read who is in it', () =>
    expect(manifest.bots?.map(({ botId, scopes }) => [botId, scopes])).toEqual([[example.BOT_APP_ID, ['personal']]]));

  it('is a tab in standard and private channels, not in shared ones', () => {
    expect(manifest.configurableTabs?.map(({ scopes, context }) => [scopes, context])).toEqual([[['team'], ['channelTab']]]);
    expect(manifest.supportedChannelTypes).toEqual(['privateChannels']);
    expect(manifest).not.toHaveProperty('supportsChannelFeatures');
  });
});

describe('what people are offered', () => {
  it('is a personal tab that deep links name, the chat with the bot, and what the app is', () =>
    expect(manifest.staticTabs?.map(({ entityId }) => entityId)).toEqual([personalTab, 'conversations', 'about']));

  it('is three commands to the bot, each described, none twice and none with a slash', () => {
    const commands = manifest.bots?.[0]?.commandLists?.[0]?.commands ?? [];
    expect(commands.map(({ title }) => title)).toEqual(['help', 'waiting for me', 'my requests']);
    for (const { description } of commands) expect(description).toMatch(/\w{3}/);
  });

  it('E40: is a search with a word about what to type, and previews of links to the tab', () => {
    const [extension] = manifest.composeExtensions ?? [];
    expect(extension?.commands?.map(({ id }) => id)).toEqual(['findProvision']);
    expect(extension?.commands?.[0]?.parameters?.map(({ name, description }) => [name, (description ?? '').length > 20])).toEqual([
      ['text', true],
      ['lot', true],
      ['near', true],
    ]);
    expect(extension?.messageHandlers).toEqual([{ type: 'link', value: { domains: [host], supportsAnonymizedPayloads: false } }]);
  });

  it('says in the listing that an account, an IT team and access are needed, and where help is', () =>
    expect(manifest.description.full).toMatch(
      /work or school account .* IT team .* https:\/\/ap-framework.council.example\/about\/help.html/,
    ));

  it('shows no loading indicator of Teams: one that is never told to stop becomes an error page', () =>
    expect(manifest.showLoadingIndicator).toBe(false));
});

test('a manifest that the schema refuses, or with a plain http address, is not packed', () => {
  const long = teamsManifest({ ...settings, councilName: 'A council with a name of more than 32 letters' });
  expect(manifestFaults(long)).toEqual(['manifest.json/developer/name must NOT have more than 32 characters.']);
  expect(() => buildPackage({ ...settings, councilName: 'A council with a name of more than 32 letters' })).toThrow(/developer\/name/);
  expect(manifestFaults(teamsManifest({ ...settings, pages: `http://${host}` }))).toContain(
    `http://${host}/about/terms.html is not https.`,
  );
});

/** The picture as width, height and its pixels [red, green, blue, cover]. */
const pixels = (file: string) => {
  const { width, height, data } = PNG.sync.read(Buffer.from(files[file] ?? []));
  return { width, height, at: (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)] };
};
const along = Array.from({ length: 32 }, (_, index) => index);

describe('the icons', () => {
  it('in colour is 192 pixels square, on a solid square', () => {
    const { width, height, at } = pixels('color.png');
    expect([width, height]).toEqual([192, 192]);
    const ground = [0x0b, 0x5c, 0x68, 255];
    for (const corner of [at(0, 0), at(191, 0), at(0, 191), at(191, 191)]) expect(corner).toEqual(ground);
    expect(at(96, 96)).toEqual([255, 255, 255, 255]);
  });

  it('in outline is 32 pixels square, white on transparent', () => {
    const { width, height, at } = pixels('outline.png');
    expect([width, height]).toEqual([32, 32]);
    const drawn = along.flatMap((y) => along.map((x) => at(x, y))).filter(([, , , cover]) => cover !== 0);
    expect(drawn.length).toBeGreaterThan(100);
    expect(drawn.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
    expect(at(0, 0)[3]).toBe(0);
  });

  it('in outline reaches every edge: no padding', () => {
    const { at } = pixels('outline.png');
    const covered = (line: (index: number) => number[]): boolean => along.some((index) => line(index)[3] === 255);
    expect([covered((x) => at(x, 0)), covered((x) => at(x, 31)), covered((y) => at(0, y)), covered((y) => at(31, y))]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});
