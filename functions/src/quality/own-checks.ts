import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type { getOwnChecks as getDeclared, OwnCheckReply } from '@ap/shared/contract/own-checks';
import type { listOwnChecks as listDeclared } from '@ap/shared/contract/quality';
import type { recordOwnCheck as recordDeclared } from '@ap/shared/contract/record-own-check';
import { toLondonDate } from '@ap/shared/domain/days/local-date';
import { type OwnCheck, ownCheckRef, recordOwnCheck as record } from '@ap/shared/domain/quality/own-check';
import type { Buyer } from '@ap/shared/domain/register/buyer';
import { type RecordHome, runAtRef } from '../commands/run-record.ts';
import { hasRoleAt } from '../http/caller.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';

type Reads = Pick<Ports, 'quality' | 'buyers' | 'clock'>;
type Needs = Reads & Pick<Ports, 'providers' | 'effects' | 'hashes' | 'log'>;

/** Where schools' own checks lie. */
export const ownChecksHome = ({ quality }: Pick<Ports, 'quality'>): RecordHome<OwnCheck> => ({
  list: 'OwnChecks',
  register: quality.ownChecks,
});

const ofSchool = ['requester', 'approver', 'contact'] as const;

const toReply = ({ clock }: Pick<Ports, 'clock'>, buyer: Buyer, own: OwnCheck | undefined): OwnCheckReply => ({
  buyerRef: buyer.ref,
  buyerName: buyer.name,
  department: buyer.type === 'council-department',
  ...(own === undefined
    ? {}
    : {
        check: {
          checkedOn: own.checkedOn,
          checkedBy: own.checkedBy.name,
          headings: own.headings,
          ...(own.note === undefined ? {} : { note: own.note }),
          reviewOn: own.reviewOn,
          overdue: own.reviewOn < toLondonDate(clock.now()),
        },
      }),
});

/** R1, R2: what the caller's own schools and departments recorded of a provider. No school is shown another's. */
export const getOwnChecks =
  (ports: Reads) =>
  async ({ caller, params: { providerRef } }: Call<typeof getDeclared>): Promise<ReplyOf<typeof getDeclared>> => {
    const [known, buyers] = await Promise.all([ports.quality.ownChecks.known(), ports.buyers.all()]);
    const own = buyers.filter(({ ref }) => ofSchool.some((role) => hasRoleAt(caller, ref, role)));
    return {
      schools: own.map((buyer) =>
        toReply(ports, buyer, known.find(({ state }) => state.ref === ownCheckRef(buyer.ref, providerRef))?.state),
      ),
    };
  };

/** Records the check of one of the caller's own schools: to others it is as if there were none. */
export const recordOwnCheck =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof recordDeclared>): Promise<ReplyOf<typeof recordDeclared>> => {
    const { providerRef, buyerRef } = params;
    const buyer = ofSchool.some((role) => hasRoleAt(caller, buyerRef, role)) ? await ports.buyers.buyer(buyerRef, 'known') : undefined;
    if (!buyer) throw new ProblemError('not-found', 'There is no such school or department of yours.');
    const given = { ref: ownCheckRef(buyerRef, providerRef), by: caller.person, key, content: body };
    const { state } = await runAtRef(ports, ownChecksHome(ports), given, async (present, command) => {
      const [{ provider }, members] = await Promise.all([
        ports.providers.provider(providerRef, 'fresh'),
        ports.buyers.members(buyerRef, 'fresh'),
      ]);
      if (!provider || provider.status === 'removed') throw new ProblemError('not-found', 'There is no such provider on the framework.');
      return record(present, { ...command, channel: 'page', buyerRef, providerRef, ...body }, { members });
    });
    return toReply(ports, buyer, state);
  };

/** Row 25: every school's own check of a provider, the latest first, for commissioners. */
export const listOwnChecks =
  (ports: Reads) =>
  async ({ params: { providerRef } }: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => {
    const [known, buyers] = await Promise.all([ports.quality.ownChecks.known(), ports.buyers.all()]);
    return {
      schools: known
        .map(({ state }) => state)
        .filter((own) => own.providerRef === providerRef)
        .sort((a, b) => b.checkedOn.localeCompare(a.checkedOn) || a.buyerRef.localeCompare(b.buyerRef))
        .flatMap((own) => {
          const buyer = buyers.find(({ ref }) => ref === own.buyerRef);
          return buyer ? [toReply(ports, buyer, own)] : [];
        }),
    };
  };
