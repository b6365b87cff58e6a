import { readFileSync } from 'node:fs';
import { localDate } from '@ap/shared/domain/days/local-date';
import { groupCallOffs } from '@ap/shared/domain/open-data/call-off-groups';
import { callOffReleases } from '@ap/shared/domain/open-data/call-off-releases';
import type { FrameworkFile } from '@ap/shared/domain/open-data/framework-file';
import { frameworkReleases } from '@ap/shared/domain/open-data/framework-releases';
import { handEnteredFramework, ledFramework, lengthHash, ofPupil } from '@ap/shared/domain/open-data/open-data.fixture';
import { packageKinds } from '@ap/shared/domain/open-data/package-kind';
import { packageText } from '@ap/shared/domain/open-data/packages';
import { frameworkStatuses } from '@ap/shared/domain/register/framework';
import { anAwardThatIs } from '@ap/shared/domain/tenders/award/award.fixture';
import { awardStatuses } from '@ap/shared/domain/tenders/award/award-status';
import { ocdsFaults } from './ocds-schema.fixture.ts';

const callOffs = ['113800', '113801', '113802'].flatMap((buyer) => [ofPupil(buyer, 'P-1'), ofPupil(buyer, 'P-2')]);

const releasesOf = (file: FrameworkFile) => [
  ...frameworkReleases(file, lengthHash),
  ...callOffReleases(file, groupCallOffs(callOffs, file.policy, localDate('2027-04-01')).told, lengthHash),
];

/** A framework in every state, its award in every one, led by the product or entered by hand. */
const files: readonly FrameworkFile[] = frameworkStatuses.flatMap((status) =>
  [ledFramework(), handEnteredFramework()].flatMap((file) => {
    const standing: FrameworkFile = {
      ...file,
      framework: { ...file.framework, status },
      tender: file.tender && { ...file.tender, status },
    };
    if (file.awards.length === 0) return [standing];
    return awardStatuses.map((award) => ({ ...standing, awards: [{ ...anAwardThatIs('countersigned'), status: award }] }));
  }),
);

test.each(packageKinds)(
  "row 74: a package of %s is valid by the standard's own schema and has no field of another, whatever stands where",
  (kind) => {
    const texts = files.map((file) => packageText(kind, file.framework.ref, releasesOf(file), file.policy));
    expect(new Set(texts).size).toBeGreaterThan(10);
    expect([...new Set(texts.flatMap((text) => ocdsFaults(kind, text)))]).toEqual([]);
  },
);

describe('the schema that is kept here finds what is wrong', () => {
  const valid = packageText('releases', 'AP-2027', frameworkReleases(ledFramework(), lengthHash), ledFramework().policy);
  test.each([
    ['a tag of no list', '"awardUpdate"', '"awardChange"'],
    ['a day that is no instant', '"2027-02-01T00:00:00Z"', '"2027-02-01"'],
    ['a currency of no list', '"GBP"', '"GPB"'],
    ['a status of no list', '"complete"', '"done"'],
    ['a method of no list', '"withAndWithoutReopeningCompetition"', '"direct"'],
    ['a field of no standard', '"relatedLots"', '"pupils"'],
    ['money as text', '"amount": 4000000', '"amount": "4000000"'],
    ['an address that is none', '"https://council.example/open-data/ocds-AP-2027-releases.json"', '"ocds-AP-2027-releases.json"'],
    ['a release without a kind of beginning', '"initiationType": "tender",', ''],
    ['a package without its publisher', '"publisher"', '"publishers"'],
  ])('%s', (_what, right, wrong) => {
    expect(valid).toContain(right);
    expect(ocdsFaults('releases', valid)).toEqual([]);
    expect(ocdsFaults('releases', valid.replaceAll(right, wrong))).not.toEqual([]);
  });

  test.each(['first-stage', 'supplier'])("the standard's own example of a framework passes it: %s", (name) => {
    expect(ocdsFaults('releases', readFileSync(`test/open-data/ocds/example-closed-single-${name}.json`, 'utf8'))).toEqual([]);
  });
});
