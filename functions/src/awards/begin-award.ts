import type { importAward as importDeclared, proposeAward as proposeDeclared } from '@ap/shared/contract/awards';
import type { ReplyOf } from '@ap/shared/contract/endpoint';
import { holdersOf } from '@ap/shared/domain/people/membership';
import { providerName } from '@ap/shared/domain/register/provider';
import { awardRef } from '@ap/shared/domain/tenders/award/award';
import { awardedServices } from '@ap/shared/domain/tenders/award/awarded-service';
import { decideAward } from '@ap/shared/domain/tenders/award/decide-award';
import { ProblemError, toProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { asOfficer } from '../tenders/roles.ts';
import { runTender } from '../tenders/run-tender.ts';
import { mustFind } from '../tenders/tender-facts.ts';
import { awardFacts, frameworkOf } from './award-facts.ts';
import { awardView } from './award-view.ts';
import type { AwardNeeds } from './command-award.ts';

/** Puts an award forward out of a round. The prices are those of the application; whoever proposes says which service each of them is for. */
export const proposeAward =
  (ports: AwardNeeds) =>
  async ({ caller, body, key }: Call<typeof proposeDeclared>): Promise<ReplyOf<typeof proposeDeclared>> => {
    const { applicationRef, lotKeys } = body;
    const application = (await mustFind(ports.tenders.applications, applicationRef)).state;
    const { frameworkRef, providerRef, providerName: name, roundRef } = application;
    const offers = application.offers.filter(({ lotKey }) => lotKeys.includes(lotKey));
    const named = awardedServices(providerRef, offers, body.services);
    if ('ok' in named) throw toProblemError(named);
    const ref = awardRef(providerRef, { kind: 'round', roundRef, applicationRef }, lotKeys);
    const given = { ...(await asOfficer(ports, caller.person, key)), ref, content: body };
    const { state } = await runTender(ports, 'awards', given, async (present, { command, facts, now }) =>
      decideAward(
        present,
        { ...command, kind: 'propose-award', frameworkRef, providerRef, providerName: name, roundRef, applicationRef, lotKeys, ...named },
        { ...facts, ...(await awardFacts(ports, { ref, frameworkRef, providerRef, applied: { applicationRef, roundRef, lotKeys } })) },
        now,
      ),
    );
    return awardView(state, holdersOf(await ports.buyers.councilMembers('known'), 'award-approver'));
  };

/** Brings in an award of the council's portal, as its notice has it. It waits for its approval like one that was proposed. */
export const importAward =
  (ports: AwardNeeds) =>
  async ({ caller, body, key }: Call<typeof importDeclared>): Promise<ReplyOf<typeof importDeclared>> => {
    const { services: told, prices: offers, ...notice } = body;
    const { frameworkRef, providerRef, portal, noticeId, evidenceUrl, decidedOn, lots } = notice;
    await frameworkOf(ports, frameworkRef, '/frameworkRef');
    const { provider } = await ports.providers.provider(providerRef, 'fresh');
    if (!provider)
      throw new ProblemError('not-found', `There is no provider ${providerRef}. Enter it in the list of providers first.`, {
        pointer: '/providerRef',
      });
    const named = awardedServices(providerRef, offers, told);
    if ('ok' in named) throw toProblemError(named);
    const source = { kind: 'portal', portal, noticeId, evidenceUrl, decidedOn } as const;
    const ref = awardRef(
      providerRef,
      source,
      lots.map(({ lotKey }) => lotKey),
    );
    const given = { ...(await asOfficer(ports, caller.person, key)), ref, content: body };
    const { state } = await runTender(ports, 'awards', given, async (present, { command, facts, now }) =>
      decideAward(
        present,
        { ...command, kind: 'import-award', ...notice, providerName: providerName(provider), ...named },
        { ...facts, ...(await awardFacts(ports, { ref, frameworkRef, providerRef })) },
        now,
      ),
    );
    return awardView(state, holdersOf(await ports.buyers.councilMembers('known'), 'award-approver'));
  };
