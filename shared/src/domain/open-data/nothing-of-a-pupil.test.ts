import fc from 'fast-check';
import { localDate } from '../days/local-date.ts';
import { eraseCallOff } from '../privacy/erase-pupil.ts';
import { groupCallOffs } from './call-off-groups.ts';
import { callOffReleases } from './call-off-releases.ts';
import { frameworkReleases } from './framework-releases.ts';
import { handEnteredFramework, ledFramework, lengthHash, ofPupil } from './open-data.fixture.ts';
import { packageKinds } from './package-kind.ts';
import { packageText } from './packages.ts';

/** A text that is found wherever it goes. */
const planted = 'Zzyzx';

/** The same record with the planted text in place of every text, but for days, instants and what stands under these names. */
const plantedIn = <T>(record: T, but: readonly string[], under = ''): T => {
  if (typeof record === 'string') return (but.includes(under) || /^\d{4}-\d\d-\d\d/.test(record) ? record : `${planted} ${under}`) as T;
  if (Array.isArray(record)) return record.map((each) => plantedIn(each, but, under)) as T;
  if (typeof record !== 'object' || record === null) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, plantedIn(value, but, key)])) as T;
};

/** What decides whether and where something is told, and what is public by R29: the terms of the framework, its lots, the names of its providers. */
const stands = ['ref', 'key', 'lotKey', 'lotKeys', 'providerRef', 'frameworkRef', 'status', 'state', 'kind'];
const isPublic = [
  ...stands,
  'name',
  'authority',
  'scope',
  'selectionProcess',
  'termReason',
  'legalRegime',
  'eligibleBuyerTypes',
  'permittedBases',
];
const ofProvider = [...stands, 'legalName', 'tradingName', 'companyNumber', 'urn', 'ukprn'];

const textsOf = (file: ReturnType<typeof ledFramework>, callOffs: readonly ReturnType<typeof ofPupil>[]) => {
  const { told } = groupCallOffs(callOffs, file.policy, localDate('2027-04-01'));
  const releases = [...frameworkReleases(file, lengthHash), ...callOffReleases(file, told, lengthHash)];
  return { told, texts: packageKinds.map((kind) => packageText(kind, file.framework.ref, releases, file.policy)) };
};

const manyPupils = ['113800', '113801', '113802'].flatMap((buyer) => [1, 2, 3].map((number) => ofPupil(buyer, `P-${number}`)));

test('row 74: no text of a call-off, award, round or history is in a package: no reference of a pupil, school, person, reason or address', () => {
  const led = ledFramework();
  const file = {
    ...led,
    tender: led.tender && plantedIn(led.tender, isPublic),
    rounds: plantedIn(led.rounds, stands),
    awards: plantedIn(led.awards, [...stands, 'providerName']),
    providers: plantedIn(led.providers, ofProvider),
  };
  // Each pupil and buyer by a planted text of its own.
  const callOffs = manyPupils.map((each) => {
    const { request } = each;
    const all = plantedIn(each, stands);
    return {
      ...all,
      providerRef: 'P-0042',
      lotKey: 'AP-2027-1',
      request: { ...all.request, buyerRef: `${planted} ${request.buyerRef}`, pupilRef: `${planted} ${request.pupilRef}` },
    };
  });
  const { told, texts } = textsOf(file, callOffs);
  expect(told).toHaveLength(1);
  for (const text of texts) {
    expect(text).toContain('callOffs-2026-27-AP-2027-1-P-0042');
    // An award imported from a portal has its notice in its own reference; nothing else of it is told.
    expect(text).not.toContain(planted);
  }
});

test('row 74: nothing of a buyer is told, neither its name nor its number, nor how many there are of anything', () => {
  const { texts } = textsOf(handEnteredFramework(), manyPupils);
  for (const text of texts) expect(text).not.toMatch(/11380[012]|Stour Vale|"quantity"|numberOf|\bpupil/iu);
});

test('row 74: one pupil more or less, or another reference, changes nothing but a sum in whole thousands', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 9 })), { maxLength: 14 }), (pairs) => {
      const callOffs = pairs.map(([buyer, pupil]) => ofPupil(`B-${buyer}`, `U-${pupil}`));
      const plain = (text: string) =>
        text.replaceAll(/"amount": \d+000,/gu, '"amount": 0,').replaceAll(/-award-contract-\d{8}/gu, '-award-contract');
      const { told, texts } = textsOf(handEnteredFramework(), callOffs);
      const [none] = textsOf(handEnteredFramework(), []).texts;
      const [some] = textsOf(handEnteredFramework(), manyPupils).texts;
      expect(plain(texts[0]!)).toBe(plain(told.length === 0 ? none! : some!));
    }),
    { numRuns: 50 },
  );
});

test('row 74: a pupil who was erased still counts as one', () => {
  const erased = manyPupils.map((each, at) => (at < 3 ? eraseCallOff(each, `ERASED-${each.request.pupilRef}`) : each));
  expect(textsOf(handEnteredFramework(), erased).texts).toEqual(textsOf(handEnteredFramework(), manyPupils).texts);
});
