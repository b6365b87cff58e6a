import type {
  listMyConcerns as listDeclared,
  reportConcern as reportDeclared,
  whomToRing as ringDeclared,
} from '@ap/shared/contract/concerns';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { samePerson } from '@ap/shared/domain/people/person';
import { concernForReporter } from '@ap/shared/domain/quality/concern-view';
import { reportConcern as decide } from '@ap/shared/domain/quality/report-concern';
import { whomToRing as linesOf } from '@ap/shared/domain/quality/whom-to-ring';
import { createRecord } from '../commands/run-record.ts';
import type { Caller } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { nameOf } from './commissioner-news.ts';
import { concernsAbout } from './concerns-about.ts';
import { type ConcernNeeds, concernsHome } from './run-concern.ts';

/** The provider of a request that the caller may see; `undefined` alike for one that is not there and one that is not theirs. */
export type ProviderOfCallOff = (callOffRef: string, caller: Caller) => Promise<string | undefined>;

interface About {
  readonly serviceRef?: string | undefined;
  readonly callOffRef?: string | undefined;
}

/** The provider that a service or a request leads to. Throws 'not-found' where neither does. */
const providerAbout = async (
  { providers }: Pick<Ports, 'providers'>,
  ofCallOff: ProviderOfCallOff,
  { serviceRef, callOffRef }: About,
  caller: Caller,
): Promise<string> => {
  const found =
    callOffRef !== undefined
      ? await ofCallOff(callOffRef, caller)
      : serviceRef !== undefined
        ? (await providers.facts(serviceRef, 'known')).service?.providerRef
        : undefined;
  if (found !== undefined) return found;
  throw new ProblemError(
    'not-found',
    'There is no such service or request. Open the page of the service and report the concern from there.',
    {
      pointer: '/about',
    },
  );
};

/** Whom to ring first, with the council's numbers (R17). */
export const whomToRing =
  (ports: Pick<Ports, 'providers' | 'policies'>, ofCallOff: ProviderOfCallOff) =>
  async ({ caller, query }: Call<typeof ringDeclared>): Promise<ReplyOf<typeof ringDeclared>> => {
    const providerRef = await providerAbout(ports, ofCallOff, query, caller);
    const [phones, teamPhone, providerName] = await Promise.all([
      ports.policies.safeguardingPhones(),
      ports.policies.commissioningPhone(),
      nameOf(ports, providerRef),
    ]);
    const lines = linesOf(phones).map(({ line, name, when, phone, outOfHours }) => ({
      line,
      name,
      when,
      ...(phone === undefined ? {} : { phone }),
      ...(outOfHours === undefined ? {} : { outOfHours }),
    }));
    return { providerName, lines, ...(teamPhone === undefined ? {} : { teamPhone }) };
  };

/** Takes a concern from anybody who has signed in; the same key twice is one concern. */
export const reportConcern =
  (ports: ConcernNeeds & Pick<Ports, 'providers'>, ofCallOff: ProviderOfCallOff) =>
  async ({ caller, body, key }: Call<typeof reportDeclared>): Promise<ReplyOf<typeof reportDeclared>> => {
    const { about, ...told } = body;
    const providerRef = await providerAbout(ports, ofCallOff, about, caller);
    const given = { by: caller.person, key, content: body };
    const { state } = await createRecord(ports, concernsHome(ports), 'CN', given, async (ref, command) =>
      decide({ ...command, ...told, channel: 'page', ref, providerRef }, { others: await concernsAbout(ports, providerRef) }),
    );
    return { ref: state.ref, providerName: await nameOf(ports, providerRef) };
  };

/** The caller's own reports, the latest first: that each arrived and where it stands. */
export const listMyConcerns =
  (ports: Pick<Ports, 'quality' | 'providers'>) =>
  async ({ caller }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const mine = (await ports.quality.concerns.known())
      .map(({ state }) => state)
      .filter(({ reportedBy }) => samePerson(reportedBy, caller.person))
      .sort((a, b) => b.reportedAt.localeCompare(a.reportedAt))
      .map(concernForReporter);
    return {
      concerns: await Promise.all(
        mine.map(async ({ ref, providerRef, reportedAt, status }) => ({
          ref,
          providerName: await nameOf(ports, providerRef),
          reportedAt,
          status,
        })),
      ),
    };
  };
