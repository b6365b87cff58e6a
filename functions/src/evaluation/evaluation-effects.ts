import { decideLotApplication } from '@ap/shared/domain/tenders/evaluation/decide-lot-application';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import { asProduct, runTender, type TenderNeeds } from '../tenders/run-tender.ts';
import { lotApplicationFacts, mustFind, readAll } from '../tenders/tender-facts.ts';
import type { TenderPerformers } from '../tenders/tender-outboxes.ts';

/** Carries a ranking, or that it was set aside, to the applications that it ranks. */
export const rankingPerformers = (ports: TenderNeeds): TenderPerformers<'rankings'> => ({
  'note-ranking': async ({ state: ranking }, effect) => {
    const ranked = (await readAll(ports.tenders.lotApplications)).filter(
      ({ roundRef, lotKey }) => roundRef === ranking.roundRef && lotKey === ranking.lotKey,
    );
    for (const lotApplication of ranked) await noteRanking(ports, lotApplication, effect.id);
    return { state: 'done' };
  },
});

/** Brings one application in line with the ranking of its lot as it is now: an effect that comes late carries no old news. */
const noteRanking = async (ports: TenderNeeds, { ref }: LotApplication, effectId: string): Promise<void> => {
  const present = (await mustFind(ports.tenders.lotApplications, ref)).state;
  const { ranked } = await lotApplicationFacts(ports, present);
  const kind = ranked ? 'note-ranking' : 'clear-ranking';
  const awaited: readonly LotApplication['status'][] = ranked ? ['moderated'] : ['recommended', 'not-recommended'];
  if (!awaited.includes(present.status)) return;
  await runTender(ports, 'lotApplications', { ...asProduct(effectId), ref, content: kind }, async (before, { command, facts, now }) =>
    decideLotApplication(before, { ...command, kind }, { ...facts, ...(await lotApplicationFacts(ports, before ?? present)) }, now),
  );
};
