import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getOpenDataFile as fileDeclared, listOpenData as listDeclared } from '@ap/shared/contract/open-data';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { type GroupedCallOffs, groupCallOffs } from '@ap/shared/domain/open-data/call-off-groups';
import { callOffReleases } from '@ap/shared/domain/open-data/call-off-releases';
import type { FrameworkFile } from '@ap/shared/domain/open-data/framework-file';
import { frameworkReleases } from '@ap/shared/domain/open-data/framework-releases';
import type { OcdsRelease } from '@ap/shared/domain/open-data/ocds';
import { type OpenDataPolicy, samplePrefix } from '@ap/shared/domain/open-data/open-data-policy';
import { packageName, packageText } from '@ap/shared/domain/open-data/packages';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'tenders' | 'providers' | 'lots' | 'policies' | 'hashes' | 'clock'>;

interface Published {
  readonly file: FrameworkFile;
  readonly releases: readonly OcdsRelease[];
  readonly groups: GroupedCallOffs;
}

/** Every framework of the register: those that the product leads, and those that were entered by hand, by their lots. */
const frameworkRefs = async ({ tenders, lots }: Needs): Promise<readonly string[]> =>
  [
    ...new Set([
      ...(await tenders.frameworks.known()).map(({ state }) => state.ref),
      ...(await lots.all()).map(({ frameworkRef }) => frameworkRef),
    ]),
  ].sort();

const publishedOf = async (ports: Needs, ref: string, policy: OpenDataPolicy): Promise<Published | undefined> => {
  const { callOffs, tenders, providers, lots, hashes, clock } = ports;
  const framework = await providers.framework(ref);
  if (!framework) return undefined;
  const [led, rounds, awards] = await Promise.all([tenders.frameworks.known(), tenders.rounds.known(), tenders.awards.known()]);
  const file: FrameworkFile = {
    framework,
    tender: led.find(({ state }) => state.ref === ref)?.state,
    rounds: rounds.map(({ state }) => state).filter(({ frameworkRef }) => frameworkRef === ref),
    awards: awards.map(({ state }) => state).filter(({ frameworkRef }) => frameworkRef === ref),
    lots: await lots.of(ref),
    providers: await providers.all(),
    policy,
  };
  const own = (await callOffs.known()).map(({ callOff }) => callOff).filter(({ frameworkRef }) => frameworkRef === ref);
  const groups = groupCallOffs(own, policy, toLondonDate(clock.now()));
  const releases = [...frameworkReleases(file, hashes.text), ...callOffReleases(file, groups.told, hashes.text)];
  return { file, releases, groups };
};

/** Row 74: what would be in the packages of each framework. The number of sums that are withheld is for whoever publishes, and in no package. */
export const listOpenData =
  (ports: Needs) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const policy = await ports.policies.openDataPolicy();
    if (!policy) return { prefix: 'missing', frameworks: [] };
    const all = await Promise.all((await frameworkRefs(ports)).map((ref) => publishedOf(ports, ref, policy)));
    return {
      prefix: policy.ocidPrefix === samplePrefix ? 'sample' : 'registered',
      fewest: { pupils: policy.fewestPupils, buyers: policy.fewestBuyers },
      frameworks: all.flatMap((published) => {
        if (!published) return [];
        const { file, releases, groups } = published;
        const { ref, name, status } = file.framework;
        const awards = new Set(
          releases.filter(({ contracts }) => !contracts).flatMap((release) => (release.awards ?? []).map(({ id }) => id)),
        );
        return [
          {
            ref,
            name,
            status,
            lots: file.lots.length,
            releases: releases.length,
            awards: awards.size,
            told: groups.told.length,
            withheld: groups.withheld,
            running: [...groups.running],
          },
        ];
      }),
    };
  };

/** Row 74: one package of a framework. A commissioner publishes it; the product puts nothing on the web by itself. */
export const getOpenDataFile =
  (ports: Needs) =>
  async ({ params: { ref, kind } }: Call<typeof fileDeclared>): Promise<ReplyOf<typeof fileDeclared>> => {
    const policy = await ports.policies.openDataPolicy();
    if (!policy)
      throw new ProblemError(
        'setting-missing',
        "The setting 'open-data' is missing: register a prefix with the Open Contracting Partnership, and enter it in the Settings list.",
      );
    const published = await publishedOf(ports, ref, policy);
    if (!published) throw new ProblemError('not-found', 'There is no such framework.');
    if (published.releases.length === 0) throw new ProblemError('not-yet', 'Nothing of this framework is public yet.');
    return {
      fileName: packageName(ref, kind),
      mediaType: 'application/json',
      content: Buffer.from(packageText(kind, ref, published.releases, policy)).toString('base64'),
    };
  };
