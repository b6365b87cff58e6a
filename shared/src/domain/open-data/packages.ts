import { compileRelease } from './compile-release.ts';
import type { OcdsRelease } from './ocds.ts';
import type { OpenDataPolicy } from './open-data-policy.ts';
import type { PackageKind } from './package-kind.ts';

const extensions = [
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_lots_extension/master/extension.json',
  'https://raw.githubusercontent.com/open-contracting-extensions/ocds_techniques_extension/master/extension.json',
];

/** The name of the file, which is also the end of its address once the council has put it there. */
export const packageName = (frameworkRef: string, kind: PackageKind): string => `ocds-${frameworkRef}-${kind}.json`;

/** What both kinds of package say of themselves. Made on demand, so the date is that of the last change of what they hold, never today. */
const metadata = (frameworkRef: string, kind: PackageKind, releases: readonly OcdsRelease[], policy: OpenDataPolicy) => ({
  uri: `${policy.publishedUnder}${packageName(frameworkRef, kind)}`,
  version: '1.1',
  extensions,
  publishedDate:
    releases
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '',
  publisher: policy.publisher,
  license: policy.licence,
  publicationPolicy: policy.publicationPolicy,
});

/** A package of one framework as text: the same releases give the same bytes. Needs at least one release. */
export const packageText = (kind: PackageKind, frameworkRef: string, releases: readonly OcdsRelease[], policy: OpenDataPolicy): string => {
  const ocids = [...new Set(releases.map(({ ocid }) => ocid))].sort();
  const records = ocids.map((ocid) => {
    const own = releases.filter((release) => release.ocid === ocid);
    return { ocid, releases: own, compiledRelease: compileRelease(own) };
  });
  const told =
    kind === 'releases'
      ? { ...metadata(frameworkRef, kind, releases, policy), releases }
      : {
          ...metadata(frameworkRef, kind, releases, policy),
          packages: [`${policy.publishedUnder}${packageName(frameworkRef, 'releases')}`],
          records,
        };
  return `${JSON.stringify(told, undefined, 2)}\n`;
};
