import type { BodyOf, ReplyOf } from '@ap/shared/contract/endpoint';
import type { amendRound as amendDeclared, moveRound as moveDeclared, planRound as planDeclared } from '@ap/shared/contract/rounds';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import { refFromKey } from '../commands/run-record.ts';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfficer } from '../tenders/roles.ts';
import type { TenderNeeds } from '../tenders/run-tender.ts';
import { commandRound, type RoundTold } from './command-round.ts';
import { toReply } from './read-rounds.ts';

type Needs = TenderNeeds & Pick<Ports, 'buyers' | 'links'>;

export const planRound =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof planDeclared>): Promise<ReplyOf<typeof planDeclared>> => {
    const ref = refFromKey('RD', { by: caller.person, key, content: body }, ports.hashes);
    const told: RoundTold = { kind: 'plan-round', ref, frameworkRef: params.ref, plan: body.plan };
    return toReply(ports, await commandRound(ports, await asOfficer(ports, caller.person, key), ref, told));
  };

/** Two people who change one draft do not overwrite each other: whoever saves second sees first what the other changed. What is published is refused as such. */
const isAsSeen =
  (version: number) =>
  (present: Round): void => {
    if (present.status === 'draft' && present.version !== version)
      throw new ProblemError('stale-version', 'Somebody else changed this round since you opened it. Nothing of yours was saved.');
  };

export const amendRound =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof amendDeclared>): Promise<ReplyOf<typeof amendDeclared>> =>
    toReply(
      ports,
      await commandRound(
        ports,
        await asOfficer(ports, caller.person, key),
        params.ref,
        { kind: 'amend-round', plan: body.plan },
        isAsSeen(body.version),
      ),
    );

const toldBy = (body: BodyOf<typeof moveDeclared>): RoundTold => {
  switch (body.move) {
    case 'publish':
      return { kind: 'publish-round' };
    case 'extend':
      return { kind: 'extend-round', closesAt: body.closesAt, reason: body.reason };
    case 'cancel':
      return { kind: 'cancel-round', reason: body.reason };
  }
};

export const moveRound =
  (ports: Needs) =>
  async ({ caller, params, body, key }: Call<typeof moveDeclared>): Promise<ReplyOf<typeof moveDeclared>> =>
    toReply(ports, await commandRound(ports, await asOfficer(ports, caller.person, key), params.ref, toldBy(body)));
