import type { FrameworkTender } from '../tenders/framework/framework-tender.ts';
import { type AwardPart, awardParts } from './award-parts.ts';
import type { FrameworkFile } from './framework-file.ts';
import { beginning, closesAt, instantOf, publishedRounds, tenderPart } from './framework-tender-part.ts';
import { type OcdsRelease, type OcdsTag, type OcdsTender, releaseOf, type TextHash } from './ocds.ts';
import type { OpenDataPolicy } from './open-data-policy.ts';
import { authorityOf } from './party.ts';

interface TenderEvent {
  readonly date: string;
  readonly tag: OcdsTag;
  readonly tender: OcdsTender;
}

export const frameworkOcid = (ref: string, { ocidPrefix }: OpenDataPolicy): string => `${ocidPrefix}-${ref}`;

const lastChange = (tender: FrameworkTender | undefined): string | undefined => {
  const at = tender?.history.at(-1)?.at;
  return at === undefined ? undefined : instantOf(at);
};

/** What the tender went through, by days that the register keeps. Terms are never amended once a framework is open, so there is no amendment. */
const tenderEvents = (file: FrameworkFile): readonly TenderEvent[] => {
  const { framework, tender } = file;
  const { status } = framework;
  const changed = lastChange(tender);
  const isPublic = publishedRounds(file).length > 0 || tender?.terms.competition !== undefined;
  if (status === 'coming') return changed === undefined ? [] : [{ date: changed, tag: 'planning', tender: tenderPart(file, 'planned') }];
  if (status === 'cancelled' && !isPublic)
    return changed === undefined ? [] : [{ date: changed, tag: 'planningUpdate', tender: tenderPart(file, 'cancelled') }];
  const opensAt = publishedRounds(file)[0]?.opensAt;
  const opened: readonly TenderEvent[] =
    opensAt === undefined ? [] : [{ date: instantOf(opensAt), tag: 'tender', tender: tenderPart(file, 'active') }];
  if (status === 'cancelled')
    return [
      ...opened,
      ...(changed === undefined ? [] : [{ date: changed, tag: 'tenderCancellation' as const, tender: tenderPart(file, 'cancelled') }]),
    ];
  if (status === 'open') return opened;
  const takesMore = tender?.terms.kind === 'open' && status !== 'expired';
  if (takesMore && opened.length > 0) return opened;
  // Of a framework that was entered by hand, or let on a portal, nothing is known before its close or its first day.
  const closed = closesAt(file) ?? beginning(framework.liveFrom);
  const done = {
    date: closed,
    tag: opened.length > 0 ? 'tenderUpdate' : 'tender',
    tender: tenderPart(file, takesMore ? 'active' : 'complete'),
  } as const;
  return [...opened, done];
};

const byId = <T extends { readonly id: string }>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((each) => [each.id, each])).values(),
];

/** Each release of the framework's own process, the oldest first: one for each moment at which something of it became public. */
export const frameworkReleases = (file: FrameworkFile, hash: TextHash): readonly OcdsRelease[] => {
  const ocid = frameworkOcid(file.framework.ref, file.policy);
  const tenders = tenderEvents(file);
  const awards = file.framework.status === 'coming' ? [] : awardParts(file);
  const dates = [...new Set([...tenders, ...awards].map(({ date }) => date))].sort();
  return dates.map((date) => {
    const at = tenders.filter((event) => event.date === date);
    const made: readonly AwardPart[] = awards.filter((part) => part.date === date);
    const tender = at.at(-1)?.tender;
    return releaseOf(
      {
        ocid,
        date,
        tag: [...new Set([...at.map(({ tag }) => tag), ...made.map(({ tag }) => tag)])],
        initiationType: 'tender',
        language: 'en',
        parties: byId([authorityOf(file.framework, file.policy), ...made.map(({ by }) => by)]),
        ...(tender ? { tender } : {}),
        ...(made.length > 0 ? { awards: byId(made.map(({ award }) => award)) } : {}),
      },
      hash,
    );
  });
};
