import { toLondonDate } from '../days/local-date.ts';
import type { Provider } from '../register/provider.ts';
import type { Award } from '../tenders/award/award.ts';
import type { FrameworkFile } from './framework-file.ts';
import { beginning, instantOf, lotPeriod } from './framework-tender-part.ts';
import type { OcdsAward, OcdsParty } from './ocds.ts';
import { named, providerParty } from './party.ts';

/** One award of one lot as it stood from a moment on. */
export interface AwardPart {
  readonly date: string;
  readonly tag: 'award' | 'awardUpdate' | 'awardCancellation';
  readonly award: OcdsAward;
  readonly by: OcdsParty;
}

/** The day of the decision: the portal's, or that of the approval here. */
const decidedOn = ({ source, history }: Award): string | undefined => {
  if (source.kind === 'portal') return beginning(source.decidedOn);
  const approved = history.findLast(({ what }) => what === 'Approved')?.at;
  return approved === undefined ? undefined : beginning(toLondonDate(approved));
};

/** What was awarded, by the records of awards. Nothing of it is public before its award notice (R32): a proposed or rejected one is never told. */
const ofRecord = (file: FrameworkFile, made: Award, provider: Provider | undefined): readonly AwardPart[] => {
  const { standstill, agreement, status } = made;
  if (!standstill || status === 'proposed' || status === 'rejected') return [];
  const by: OcdsParty = provider ? providerParty(provider) : { id: made.providerRef, name: made.providerName, roles: ['supplier'] };
  const date = decidedOn(made);
  return made.lots.flatMap(({ lotKey }): readonly AwardPart[] => {
    const lot = file.lots.find(({ key }) => key === lotKey);
    const as = (stands: OcdsAward['status']): OcdsAward => ({
      id: `${made.ref}-${lotKey}`,
      title: `${lot?.name ?? lotKey}: ${by.name}`,
      status: stands,
      ...(date === undefined ? {} : { date }),
      suppliers: [named(by)],
      contractPeriod: lotPeriod(file, lot),
      relatedLots: [lotKey],
    });
    const announced: AwardPart = { date: beginning(standstill.noticePublishedOn), tag: 'award', award: as('pending'), by };
    const setAside = status === 'set-aside' ? made.history.at(-1)?.at : undefined;
    if (setAside !== undefined) return [announced, { date: instantOf(setAside), tag: 'awardCancellation', award: as('cancelled'), by }];
    const concluded = agreement?.countersignedOn;
    return concluded === undefined ? [announced] : [announced, { date: beginning(concluded), tag: 'awardUpdate', award: as('active'), by }];
  });
};

/** Providers that are on a lot though no award of it is recorded: they were there before the product was. The day of the decision is not known. */
const ofRegister = (file: FrameworkFile): readonly AwardPart[] => {
  const recorded = new Set(file.awards.flatMap(({ providerRef, lots }) => lots.map(({ lotKey }) => JSON.stringify([providerRef, lotKey]))));
  return file.providers
    .filter(({ status }) => status !== 'prospective' && status !== 'removed')
    .flatMap((provider) => {
      const by = providerParty(provider);
      return file.lots
        .filter(({ key }) => provider.lotKeys.includes(key) && !recorded.has(JSON.stringify([provider.ref, key])))
        .map(
          (lot): AwardPart => ({
            date: beginning(file.framework.liveFrom),
            tag: 'award',
            award: {
              id: `${provider.ref}-${lot.key}`,
              title: `${lot.name}: ${by.name}`,
              status: 'active',
              suppliers: [named(by)],
              contractPeriod: lotPeriod(file, lot),
              relatedLots: [lot.key],
            },
            by,
          }),
        );
    });
};

/** Every award that is public, lot by lot, by its id; of one award what came first stands first. */
export const awardParts = (file: FrameworkFile): readonly AwardPart[] => {
  const providers = new Map(file.providers.map((provider) => [provider.ref, provider]));
  const inUse = file.framework.status === 'live' || file.framework.status === 'expired';
  return [
    ...file.awards.flatMap((award) => ofRecord(file, award, providers.get(award.providerRef))),
    ...(inUse ? ofRegister(file) : []),
  ].sort((a, b) => a.award.id.localeCompare(b.award.id));
};
