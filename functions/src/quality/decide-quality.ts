import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  decideCheck as checkDeclared,
  scheduleCheck as scheduleDeclared,
  decideStanding as standingDeclared,
} from '@ap/shared/contract/quality';
import type { CheckCommand } from '@ap/shared/domain/quality/check-command';
import type { ProviderCommand } from '@ap/shared/domain/quality/provider-standing';
import type { Call } from '../http/route.ts';
import { nameOf } from './commissioner-news.ts';
import { toCheckReply, toStandingReply } from './quality-view.ts';
import { type Act, planCheck, type QualityNeeds, runCheck, runStanding } from './run-quality.ts';

const offersTherapy = async ({ providers }: QualityNeeds, providerRef: string): Promise<boolean> =>
  (await providers.provider(providerRef, 'known')).services.some(({ type }) => type === 'therapeutic');

/** Plans a check of a provider. */
export const scheduleCheck =
  (ports: QualityNeeds) =>
  async ({ caller, body, key }: Call<typeof scheduleDeclared>): Promise<ReplyOf<typeof scheduleDeclared>> => {
    const { state } = await planCheck(ports, { by: caller.person, key, channel: 'page' }, body);
    return toCheckReply(state, caller, await offersTherapy(ports, state.providerRef));
  };

/** A commissioner's decision about a check, as the page sent it. */
export const decideCheck =
  (ports: QualityNeeds) =>
  async ({ caller, params, body, key }: Call<typeof checkDeclared>): Promise<ReplyOf<typeof checkDeclared>> => {
    const { state } = await runCheck(ports, { by: caller.person, key, channel: 'page' }, params.ref, body as Act<CheckCommand>);
    return toCheckReply(state, caller, await offersTherapy(ports, state.providerRef));
  };

/** A commissioner's decision about where a provider stands. A hold that is placed here is a commissioner's own judgement. */
export const decideStanding =
  (ports: QualityNeeds) =>
  async ({ caller, params, body, key }: Call<typeof standingDeclared>): Promise<ReplyOf<typeof standingDeclared>> => {
    const act = (body.kind === 'place-hold' ? { ...body, cause: 'commissioner' as const } : body) as Act<ProviderCommand>;
    const { state } = await runStanding(ports, { by: caller.person, key, channel: 'page' }, params.providerRef, act);
    return toStandingReply(state, await nameOf(ports, state.ref), caller);
  };
