import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  decideProviderChange as decideDeclared,
  listProviderChanges as listDeclared,
  ProviderChangeReply,
} from '@ap/shared/contract/provider-changes';
import type { Person } from '@ap/shared/domain/people/person';
import { decideChange } from '@ap/shared/domain/provider-changes/decide-change';
import type { ProviderChange } from '@ap/shared/domain/provider-changes/provider-change';
import { runOnRecord } from '../commands/run-record.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import type { Stored } from '../ports/records.ts';
import { changesHome } from './changes-home.ts';

export type DecideNeeds = Pick<Ports, 'providerChanges' | 'providers' | 'buyers' | 'effects' | 'clock' | 'hashes' | 'log'>;

/** A commissioner's decision, from the card or the page. */
export interface Verdict {
  readonly ref: string;
  readonly by: Person;
  readonly key: string;
  readonly verdict: 'accept' | 'refuse';
  readonly reason: string | undefined;
}

/** Decides a proposed change by what the register says now. */
export const decide = (ports: DecideNeeds, { ref, by, key, verdict, reason }: Verdict): Promise<Stored<ProviderChange>> =>
  runOnRecord(ports, changesHome(ports), { ref, by, key, content: { verdict, reason } }, async (present, command) => {
    const [facts, councilMembers] = await Promise.all([
      ports.providers.provider(present.providerRef, 'fresh'),
      ports.buyers.councilMembers('fresh'),
    ]);
    return decideChange(present, { ...command, kind: verdict, reason }, { ...facts, councilMembers });
  });

const toReply = (change: ProviderChange): ProviderChangeReply => ({
  ref: change.ref,
  providerName: change.providerName,
  state: change.state,
  proposedBy: `${change.proposer.name}, ${change.proposer.role}`,
  proposedAt: change.proposedAt,
  profile: change.profile.map((edit) => ({ ...edit })),
  places: change.places.map(({ serviceName, before, after, asAt }) => ({
    serviceName,
    after,
    asAt,
    ...(before === undefined ? {} : { before }),
  })),
  ...(change.vat === undefined
    ? {}
    : { vat: change.vat.map(({ serviceRef: _ref, statedBy: _by, statedOn: _on, ...edit }) => withoutAbsent(edit)) }),
  ...(change.decidedBy === undefined ? {} : { decidedBy: change.decidedBy.name }),
  ...(change.reason === undefined ? {} : { reason: change.reason }),
});

export const listProviderChanges =
  ({ providerChanges }: Pick<Ports, 'providerChanges'>) =>
  async (_call: Call<typeof listDeclared>): Promise<ReplyOf<typeof listDeclared>> => ({
    changes: (await providerChanges.known())
      .map(({ state }) => state)
      .filter(({ state }) => state === 'proposed')
      .sort((a, b) => a.proposedAt.localeCompare(b.proposedAt))
      .map(toReply),
  });

export const decideProviderChange =
  (ports: DecideNeeds) =>
  async ({ caller, params, body, key }: Call<typeof decideDeclared>): Promise<ReplyOf<typeof decideDeclared>> =>
    toReply((await decide(ports, { ref: params.ref, by: caller.person, key, verdict: body.verdict, reason: body.reason })).state);
