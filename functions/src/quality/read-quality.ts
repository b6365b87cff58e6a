import type { ReplyOf } from '@ap/shared/contract/endpoint';
import type {
  getQualityCalendar as calendarDeclared,
  listHeldProviders as heldDeclared,
  getPassport as passportDeclared,
} from '@ap/shared/contract/quality';
import { type LocalDate, toLondonDate } from '@ap/shared/domain/days/local-date';
import { isLiveOrder } from '@ap/shared/domain/quality/hold-call-off';
import { passportForCommissioners } from '@ap/shared/domain/quality/passport';
import { unmoved } from '@ap/shared/domain/quality/provider-standing';
import { qaStanding } from '@ap/shared/domain/quality/qa-check';
import type { EndingCheck } from '@ap/shared/domain/quality/quality-day';
import { overdueRules, type RuleText, whyOverdue } from '@ap/shared/domain/quality/rule-text';
import { providerName } from '@ap/shared/domain/register/provider';
import { ProblemError } from '../http/problem-reply.ts';
import type { Call } from '../http/route.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import type { Ports } from '../ports/ports.ts';
import { qualityToday } from './quality-today.ts';
import { toCheckReply, toStandingReply } from './quality-view.ts';

type Needs = Pick<Ports, 'quality' | 'providers' | 'policies' | 'clock' | 'callOffs' | 'ledgers'>;

const ruleOf = (rule: RuleText, today: LocalDate) =>
  withoutAbsent({
    text: rule.text,
    source: rule.source,
    edition: rule.edition,
    reissue: rule.reissue,
    checkedOn: rule.checkedOn,
    checkedBy: rule.checkedBy,
    overdue: whyOverdue(rule, today),
  });

/** The passport of a provider, each part read now: a commissioner decides by it. */
export const getPassport =
  (ports: Needs) =>
  async ({ caller, params }: Call<typeof passportDeclared>): Promise<ReplyOf<typeof passportDeclared>> => {
    const { providerRef } = params;
    const [{ provider, services }, stored, checks, known, standards, policy] = await Promise.all([
      ports.providers.provider(providerRef, 'fresh'),
      ports.quality.standings.find(providerRef),
      ports.quality.checksOf(providerRef, 'fresh'),
      ports.quality.checks.known(),
      ports.quality.standards(),
      ports.policies.qualityPolicy(),
    ]);
    if (!provider) throw new ProblemError('not-found', 'There is no such provider on the framework.', { pointer: '/params/providerRef' });
    const today = toLondonDate(ports.clock.now());
    const records = known.map(({ state }) => state).filter((check) => check.providerRef === providerRef);
    // A row that was edited by hand holds on no day: what it says of itself stands in its columns, not in its record.
    const shown = records.map((record) => ({ ...record, ...checks.find(({ ref }) => ref === record.ref) }));
    const offersTherapy = services.some(({ type }) => type === 'therapeutic');
    return {
      standing: toStandingReply(stored?.state ?? unmoved(provider.ref, provider.status), providerName(provider), caller),
      current: qaStanding(checks, today).state !== 'held',
      lines: passportForCommissioners(standards, shown, today, policy.dueDays).map(({ textOverdue: _textOverdue, ...line }) => {
        const rule = standards.find(({ key }) => key === line.standard);
        return withoutAbsent({ ...line, rule: rule && ruleOf(rule, today) });
      }),
      checks: shown.map((check) => toCheckReply(check, caller, offersTherapy)),
    };
  };

/** What lapses next, as last known. */
export const getQualityCalendar =
  (ports: Needs) =>
  async ({ query }: Call<typeof calendarDeclared>): Promise<ReplyOf<typeof calendarDeclared>> => {
    const { today, day, standards, nameOf, titleOf } = await qualityToday(ports, query.days);
    const ending = (check: EndingCheck) => ({ ...check, providerName: nameOf(check.providerRef), title: titleOf(check.standard) });
    return {
      today,
      lapsesToday: day.lapsesToday.map(ending),
      lapsesSoon: day.lapsesSoon.map(ending),
      lapsed: day.lapsed.map(ending),
      overdueActions: day.overdueActions.map((action) => ({ ...action, providerName: nameOf(action.providerRef) })),
      overdueTexts: overdueRules(standards, today).map(
        (rule) => ({ standard: rule.key, title: rule.title, ...(ruleOf(rule, today) as object) }) as never,
      ),
    };
  };

/** Providers that are held, as last known, with what their schools have answered. */
export const listHeldProviders =
  (ports: Needs) =>
  async ({ caller }: Call<typeof heldDeclared>): Promise<ReplyOf<typeof heldDeclared>> => {
    const [{ today, held, nameOf }, callOffs] = await Promise.all([qualityToday(ports), ports.callOffs.known()]);
    return {
      held: held.map((standing) => {
        const live = callOffs.filter(({ callOff }) => callOff.providerRef === standing.ref && isLiveOrder(callOff, today));
        return {
          ...toStandingReply(standing, nameOf(standing.ref), caller),
          liveOrders: live.length,
          unanswered: live.filter(({ callOff: { hold } }) => hold?.state === 'asked' || hold?.state === 'unanswered').length,
        };
      }),
    };
  };
