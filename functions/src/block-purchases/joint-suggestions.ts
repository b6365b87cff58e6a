import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { listJointSuggestions as declared, JointSuggestionReply } from '@ap/shared/contract/joint-suggestions';
import {
  type JointNeed,
  type JointSuggestion,
  jointMiles,
  jointNeedOf,
  jointSuggestions,
  suggestionFor,
  unitsAsked,
} from '@ap/shared/domain/block-purchases/joint-suggestion';
import { type LocalDate, localDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { lastDayOf } from '@ap/shared/domain/invoices/month-end';
import { lotNames } from '@ap/shared/domain/register/lot';
import { providerName } from '@ap/shared/domain/register/provider';
import { listingOf } from '@ap/shared/domain/register/service-may-be-ordered';
import { hasRoleAt } from '../http/caller.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

type Needs = Pick<Ports, 'callOffs' | 'buyers' | 'lots' | 'directory' | 'providers' | 'clock'>;
type Services = JointSuggestionReply['services'];

/** Services of a lot that are looked at, and of these how many are offered. */
const mostLookedAt = 20;
const mostOffered = 5;

/** Every open request that lies somewhere, as last known. */
const openNeeds = async ({ callOffs, buyers, directory }: Needs, today: LocalDate): Promise<readonly JointNeed[]> => {
  const outcodes = new Map((await buyers.all()).map(({ ref, outcode }) => [ref, outcode]));
  return (await callOffs.known()).flatMap(({ callOff }) => {
    const outcode = outcodes.get(callOff.request.buyerRef);
    const at = outcode === undefined ? undefined : directory.centroid(outcode);
    return jointNeedOf(callOff, outcode === undefined || at === undefined ? undefined : { outcode, at }, today) ?? [];
  });
};

/** In what it could be bought: `first` are services that are asked for already, before others of the lot; those with volume prices that may be ordered today. */
const servicesFor = async (
  { directory, providers }: Needs,
  suggestion: JointSuggestion,
  first: readonly string[],
  today: LocalDate,
): Promise<Services> => {
  const { items } = await directory.search({ lots: [suggestion.lotKey], sort: 'price', page: 1, pageSize: mostLookedAt });
  const refs = [...new Set([...first, ...items.map(({ serviceRef }) => serviceRef)])];
  const found = await Promise.all(refs.map((ref) => providers.facts(ref, 'known')));
  return found
    .flatMap((facts) => {
      const listing = listingOf(facts, today);
      if (!listing.ok || !listing.rate.volumeBands?.length) return [];
      const { service, provider, rate } = listing;
      const units = unitsAsked(suggestion, rate.unit);
      return [{ serviceRef: service.ref, name: service.name, providerName: providerName(provider), unit: rate.unit, units }];
    })
    .slice(0, mostOffered);
};

const monthOf = (day: LocalDate): string => day.slice(0, 7);

/** What everybody who is shown a suggestion is told: whole months, so that no one's days are among it. */
const toldOf = ({ needs, buyerRefs, startsFrom, startsTo, until }: JointSuggestion) => ({
  requests: needs.length,
  schools: buyerRefs.length,
  startsFrom: monthOf(startsFrom),
  startsTo: monthOf(startsTo),
  from: localDate(`${monthOf(startsFrom)}-01`),
  to: lastDayOf(monthOf(until)) ?? until,
});

/**
 * Similar open requests that could be bought together, as last known: no request to the register. A commissioner sees all, with which schools ask; a school those that its
 * own requests are among, and of the others only how many there are, where no other can be told from them (`suggestionFor`).
 */
export const listJointSuggestions =
  (ports: Needs) =>
  async ({ caller }: Call<typeof declared>): Promise<ReplyOf<typeof declared>> => {
    const today = toLondonDate(ports.clock.now());
    const [needs, buyers, lots] = await Promise.all([openNeeds(ports, today), ports.buyers.all(), ports.lots.all()]);
    const names = new Map(buyers.map(({ ref, name }) => [ref, name]));
    const ofLot = lotNames(lots);
    const nameOf = (ref: string): string => names.get(ref) ?? ref;
    const replies = jointSuggestions(needs).map(async (suggestion): Promise<readonly JointSuggestionReply[]> => {
      const told = { ...toldOf(suggestion), lotName: ofLot.get(suggestion.lotKey) ?? suggestion.lotKey };
      if (caller.commissioner) {
        const services = await servicesFor(ports, suggestion, suggestion.serviceRefs, today);
        return [
          { key: suggestion.key, ...told, around: suggestion.around, miles: jointMiles, names: suggestion.buyerRefs.map(nameOf), services },
        ];
      }
      const mine = suggestion.buyerRefs.filter((ref) => hasRoleAt(caller, ref, 'requester'));
      const shown = mine.map(async (buyerRef): Promise<readonly JointSuggestionReply[]> => {
        const seen = suggestionFor(suggestion, buyerRef);
        const own = suggestion.needs.filter((need) => need.buyerRef === buyerRef);
        const [first] = own;
        if (!seen || !first) return [];
        const services = await servicesFor(
          ports,
          suggestion,
          own.map(({ serviceRef }) => serviceRef),
          today,
        );
        // All lie around the middle one, so within twice as far of any. The middle one may be another school's: neither it nor its place is named.
        const around = { key: `${suggestion.lotKey}.${first.ref}`, around: first.outcode, miles: 2 * jointMiles };
        return [{ ...around, ...told, own: { buyerRef, buyerName: nameOf(buyerRef), requests: own.length }, services }];
      });
      return (await Promise.all(shown)).flat();
    });
    return { suggestions: (await Promise.all(replies)).flat() };
  };
