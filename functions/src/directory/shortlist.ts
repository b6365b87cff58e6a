import { serviceSummary } from '@ap/shared/contract/directory';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  addToShortlist as addDeclared,
  getShortlist as getDeclared,
  removeFromShortlist as removeDeclared,
  Shortlisted,
} from '@ap/shared/contract/shortlist';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { shortlistLimit } from '@ap/shared/domain/register/shortlist';
import { type Caller, isMember } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { ShortlistEntry } from '../ports/kept.ts';
import type { Ports } from '../ports/ports.ts';
import { compareBasis } from './compare-basis.ts';
import { distanceFrom } from './distance-from.ts';
import { homeOutcode } from './home-outcode.ts';
import { serviceView } from './service-view.ts';

type Needs = Pick<Ports, 'shortlists' | 'providers' | 'directory' | 'buyers' | 'policies' | 'clock'>;

/** A shortlist is its members' own, and so is what they choose from it: to others it is as if there were none. */
export const refuseStrangers = (caller: Caller, buyerRef: string): void => {
  if (!isMember(caller, buyerRef)) throw new ProblemError('not-found', 'There is no such shortlist.');
};

/** What is on the shortlist of a buyer, in the order in which it was added. */
export const shortlistOf = async ({ shortlists }: Pick<Ports, 'shortlists'>, buyerRef: string): Promise<readonly ShortlistEntry[]> =>
  [...(await shortlists.list(buyerRef))].sort((a, b) => a.addedAt.localeCompare(b.addedAt));

/** The shortlist with what the register says of each service today: one that can no longer be requested stays, with the reason. */
export const getShortlist =
  (ports: Needs) =>
  async ({ caller, params }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    refuseStrangers(caller, params.buyerRef);
    const kept = await shortlistOf(ports, params.buyerRef);
    const home = await homeOutcode(caller, ports.buyers);
    const shown = async ({ serviceRef, addedAt }: ShortlistEntry) => ({ ...(await shortlistedNow(ports, serviceRef, home)), addedAt });
    return { vat: await compareBasis(caller, ports), items: await Promise.all(kept.map(shown)) };
  };

/** What the register says of a service today, and why it cannot be requested where it cannot. */
export const shortlistedNow = async (
  ports: Pick<Needs, 'providers' | 'directory' | 'clock'>,
  serviceRef: string,
  home: string | undefined,
): Promise<Omit<Shortlisted, 'addedAt'>> => {
  const facts = await ports.providers.facts(serviceRef, 'known');
  const view = serviceView(facts, toLondonDate(ports.clock.now()), distanceFrom(ports.directory, home, facts.site?.outcode));
  if (!view) return { serviceRef, listed: false, whyNot: 'This service is no longer on the register.' };
  const { listed, whyNot } = view;
  return { serviceRef, listed, ...(whyNot === undefined ? {} : { whyNot }), service: serviceSummary.parse(view) };
};

/** Two colleagues who add at the same moment may pass the limit by one: that does no harm, and spares a lock. */
export const addToShortlist =
  ({ shortlists, providers, clock }: Pick<Needs, 'shortlists' | 'providers' | 'clock'>) =>
  async ({ caller, params: { buyerRef, serviceRef } }: Call<typeof addDeclared>): Promise<ReplyOf<typeof addDeclared>> => {
    refuseStrangers(caller, buyerRef);
    const kept = await shortlists.list(buyerRef);
    if (kept.some((entry) => entry.serviceRef === serviceRef)) return { count: kept.length };
    if (kept.length >= shortlistLimit)
      throw new ProblemError('shortlist-full', `The shortlist holds ${shortlistLimit} services. Remove one to add another.`);
    const { service } = await providers.facts(serviceRef, 'known');
    if (!service) throw new ProblemError('not-found', 'There is no such service.');
    await shortlists.add(buyerRef, { serviceRef, addedAt: clock.now() });
    return { count: kept.length + 1 };
  };

export const removeFromShortlist =
  ({ shortlists }: Pick<Needs, 'shortlists'>) =>
  async ({ caller, params: { buyerRef, serviceRef } }: Call<typeof removeDeclared>): Promise<ReplyOf<typeof removeDeclared>> => {
    refuseStrangers(caller, buyerRef);
    return { removed: await shortlists.remove(buyerRef, serviceRef) };
  };
