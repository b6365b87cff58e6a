import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { qaStanding } from '@ap/shared/domain/quality/qa-check';
import { type ListingFacts, listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { buildIndex } from '@ap/shared/search/directory-index';
import type { ServiceDocument } from '@ap/shared/search/document';
import { listedDocument } from '@ap/shared/search/listed-document';
import type { Directory } from '../../functions/src/ports/providers.ts';

const outcodes = new Map([
  ['DT1', { lat: 50.711, lon: -2.441 }],
  ['DT11', { lat: 50.868, lon: -2.172 }],
]);

/** The real index over what the lists say at the moment; the service is at DT11. */
export const memoryDirectory = (listing: () => ListingFacts, now: () => string): Directory => {
  let built: { readonly of: readonly unknown[]; readonly index: ReturnType<typeof buildIndex> } | undefined;
  const index = (): ReturnType<typeof buildIndex> => {
    const facts = listing();
    const of = [toLondonDate(now()), ...Object.values(facts)];
    if (built?.of.length !== of.length || built.of.some((part, at) => part !== of[at]))
      built = { of, index: buildIndex(documentsOf(facts, now()), outcodes) };
    return built.index;
  };
  return {
    search: async (query) => ({ ...index().search(query), freshAt: now() }),
    centroid: (outcode) => outcodes.get(outcode),
    towns: new Map([['dorchester', 'DT1']]),
  };
};

const documentsOf = (facts: ListingFacts, now: string): readonly ServiceDocument[] => {
  const today = toLondonDate(now);
  const listed = listingOf(facts, today);
  return listed.ok ? [listedDocument(listed, 'DT11', qaStanding(facts.qaChecks, today), today)] : [];
};
