import { aLot, aProvider } from '../call-off/call-off.fixture.ts';
import { localDate } from '../days/local-date.ts';
import { groupCallOffs } from './call-off-groups.ts';
import { callOffReleases } from './call-off-releases.ts';
import { compileRelease } from './compile-release.ts';
import { frameworkReleases } from './framework-releases.ts';
import { handEnteredFramework, ledFramework, lengthHash, ofPupil } from './open-data.fixture.ts';
import { openGovernmentLicence, samplePrefix } from './open-data-policy.ts';
import { packageText } from './packages.ts';

const file = handEnteredFramework();
const callOffs = ['113800', '113801', '113802'].flatMap((buyer) => [ofPupil(buyer, 'P-1'), ofPupil(buyer, 'P-2')]);
const { told } = groupCallOffs(callOffs, file.policy, localDate('2027-04-01'));
const ofGroups = callOffReleases(file, told, lengthHash);
const all = [...frameworkReleases(file, lengthHash), ...ofGroups];

test('row 74: a sum of call-offs is a process of its own, related to its framework, and names no buyer', () => {
  expect(ofGroups).toEqual([
    {
      ocid: 'ocds-abc123-callOffs-2026-27-AP-2026-1-P-0001',
      id: expect.stringMatching(/^ocds-abc123-callOffs-2026-27-AP-2026-1-P-0001-2027-04-01-award-contract-\d{8}$/),
      date: '2027-04-01T00:00:00Z',
      tag: ['award', 'contract'],
      initiationType: 'tender',
      language: 'en',
      parties: [
        expect.objectContaining({ id: 'GB-LAE-EXA', roles: ['procuringEntity'] }),
        expect.objectContaining({ id: 'GB-EDU-113855', roles: ['supplier'] }),
      ],
      tender: { id: 'callOffs-2026-27-AP-2026-1-P-0001' },
      awards: [
        {
          id: 'callOffs-2026-27-AP-2026-1-P-0001',
          title: 'Call-offs 2026-27: Engagement, Blackmore Vale',
          status: 'active',
          // Six times £1,440 are £8,640.
          value: { amount: 9_000, currency: 'GBP' },
          suppliers: [{ id: 'GB-EDU-113855', name: 'Blackmore Vale' }],
        },
      ],
      contracts: [
        {
          id: 'callOffs-2026-27-AP-2026-1-P-0001',
          awardID: 'callOffs-2026-27-AP-2026-1-P-0001',
          title: 'Call-offs 2026-27: Engagement, Blackmore Vale',
          description: expect.stringContaining('from 1 April 2026 to 31 March 2027 as one sum, to the nearest £1,000, without VAT'),
          status: 'active',
          value: { amount: 9_000, currency: 'GBP' },
        },
      ],
      relatedProcesses: [
        {
          id: '1',
          relationship: ['framework'],
          title: 'Alternative provision 2026',
          scheme: 'ocid',
          identifier: 'ocds-abc123-AP-2026',
          relatedLots: ['AP-2026-1'],
        },
      ],
    },
  ]);
});

test('a sum is named by its own provider and lot, wherever they stand in the register', () => {
  const providers = [aProvider({ ref: 'P-0002', tradingName: 'Greenway' }), ...file.providers];
  const lots = [aLot({ key: 'AP-2026-2', name: 'Teaching' }), ...file.lots];
  expect(callOffReleases({ ...file, providers, lots }, told, lengthHash)).toEqual(ofGroups);
});

test('a provider and a lot that are on the register no more are named by their references', () => {
  const [release] = callOffReleases({ ...file, providers: [], lots: [] }, told, lengthHash);
  expect(release?.awards?.[0]).toMatchObject({
    title: 'Call-offs 2026-27: AP-2026-1, P-0001',
    suppliers: [{ id: 'P-0001', name: 'P-0001' }],
  });
  expect(release?.parties[1]).toEqual({ id: 'P-0001', name: 'P-0001', roles: ['supplier'] });
});

test('a package says who publishes what under which licence, and its date is that of its last release, never today', () => {
  const { releases, ...metadata } = JSON.parse(packageText('releases', 'AP-2026', all, file.policy));
  expect(releases).toEqual(JSON.parse(JSON.stringify(all)));
  expect(metadata).toEqual({
    uri: 'https://council.example/open-data/ocds-AP-2026-releases.json',
    version: '1.1',
    extensions: [expect.stringContaining('ocds_lots_extension'), expect.stringContaining('ocds_techniques_extension')],
    publishedDate: '2027-04-01T00:00:00Z',
    publisher: { name: 'Example Council', scheme: 'GB-LAE', uid: 'EXA' },
    license: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  });
  const policy = { ...file.policy, publicationPolicy: 'https://council.example/policy' };
  expect(JSON.parse(packageText('releases', 'AP-2026', all, policy)).publicationPolicy).toBe('https://council.example/policy');
  const led = frameworkReleases(ledFramework(), lengthHash);
  for (const came of [led, [...led].reverse()])
    expect(JSON.parse(packageText('releases', 'AP-2027', came, file.policy)).publishedDate).toBe('2027-02-11T00:00:00Z');
});

test('a council that says nothing else publishes under the Open Government Licence 3.0; the prefix for trying is that of the examples', () => {
  expect(openGovernmentLicence).toBe('https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/');
  expect(samplePrefix).toBe('ocds-213czf');
});

test('records pull the releases of each process together, in the order of their ids', () => {
  const { records, packages } = JSON.parse(packageText('records', 'AP-2026', [...all].reverse(), file.policy));
  expect(packages).toEqual(['https://council.example/open-data/ocds-AP-2026-releases.json']);
  expect(records.map(({ ocid, releases }: { ocid: string; releases: unknown[] }) => [ocid, releases.length])).toEqual([
    ['ocds-abc123-AP-2026', 1],
    ['ocds-abc123-callOffs-2026-27-AP-2026-1-P-0001', 1],
  ]);
  expect(records[0].compiledRelease.tag).toEqual(['compiled']);
});

test('the same register gives the same bytes', () => {
  const text = (kind: 'releases' | 'records') =>
    packageText(kind, 'AP-2027', frameworkReleases(ledFramework(), lengthHash), ledFramework().policy);
  for (const kind of ['releases', 'records'] as const) expect(text(kind)).toBe(text(kind));
  const { awards, lots, providers } = ledFramework();
  const turned = { ...ledFramework(), awards: [...awards].reverse(), lots: [...lots].reverse(), providers: [...providers].reverse() };
  expect(packageText('releases', 'AP-2027', frameworkReleases(turned, lengthHash), turned.policy)).toBe(text('releases'));
});

test('a compiled release is the latest state: what came later stands on top, things with an id one by one', () => {
  const releases = frameworkReleases(ledFramework(), lengthHash);
  const whole = compileRelease(releases);
  expect(whole).toMatchObject({
    id: 'ocds-abc123-AP-2027-2027-02-11T00:00:00Z',
    date: '2027-02-11T00:00:00Z',
    tag: ['compiled'],
    tender: { status: 'complete', tenderPeriod: { startDate: '2026-12-01T09:00:00Z' } },
  });
  expect(whole.awards?.map(({ id, status }) => [id.slice(-9), status])).toEqual([
    ['AP-2027-1', 'active'],
    ['AP-2027-2', 'active'],
  ]);
  expect(whole.parties.map(({ id }) => id)).toEqual(['GB-LAE-EXA', 'GB-COH-01234567']);
  expect(() => compileRelease([])).toThrow(RangeError);
});
