import { addDays, addMonths, compareDates, formatDate } from '../../days/local-date.ts';
import { formatMoney, type Pence } from '../../money/money.ts';
import { vatOf } from '../../money/rounding.ts';
import { type Refusal, refused } from '../../refusal.ts';
import { standstillLengthFault } from '../award/standstill.ts';
import { firstFault, linkFault, textFault } from '../text.ts';
import type { CompetitionElsewhere, FrameworkTerms, TermSetting } from './framework-terms.ts';

/**
 * Why terms cannot be kept, even as a plan: a date, a number or a text is wrong, or a column of the list that must hold something would be empty, and nobody
 * could read the row any more. What else is missing is asked when the framework opens.
 */
export const termsFault = (terms: FrameworkTerms, setting: TermSetting): Refusal | undefined =>
  firstFault(
    textFault(terms.name, 'the name of the framework', '/terms/name', 255),
    textFault(terms.authority, 'the contracting authority', '/terms/authority', 255),
    terms.eligibleBuyerTypes.length > 0 ? undefined : unstated('Choose who may buy.', '/terms/eligibleBuyerTypes'),
    terms.permittedBases.length > 0
      ? undefined
      : unstated('Choose at least one reason for which a provider may be chosen for an order.', '/terms/permittedBases'),
    standstillLengthFault(terms.standstillWorkingDays, terms.legalRegime, '/terms/standstillWorkingDays'),
    Number.isInteger(terms.pricePeriodMonths) && terms.pricePeriodMonths >= 1 && terms.pricePeriodMonths <= 120
      ? undefined
      : refused('number-not-allowed', 'Enter a price period of 1 to 120 months.', '/terms/pricePeriodMonths'),
    compareDates(terms.liveFrom, terms.expiresOn) < 0
      ? undefined
      : refused('dates-not-allowed', 'Enter a day of expiry after the first day.', '/terms/expiresOn'),
    regimeFault(terms, setting),
    termFault(terms, setting),
    terms.competition && competitionFault(terms.competition),
  );

const unstated = (detail: string, field: string): Refusal => refused('framework-terms-incomplete', detail, field);

/** R29: why a framework cannot open: something that it must state is not stated. */
export const incompleteTerms = (terms: FrameworkTerms): Refusal | undefined => {
  const missing = (what: string, field: string) => unstated(`State ${what} before the framework opens.`, field);
  if (terms.scope.trim() === '') return missing('what may be bought', '/terms/scope');
  if (terms.lotKeys.length === 0) return missing('its lots', '/terms/lotKeys');
  if (!(terms.maxValue > 0)) return missing('its greatest value', '/terms/maxValue');
  if (terms.selectionProcess.trim() === '') return missing('how providers are chosen', '/terms/selectionProcess');
  return undefined;
};

/**
 * R28: outside light touch the law ends a closed framework after 4 years and an open one after 8. For light touch the setting is policy: longer
 * needs a reason, and so it does under the regulations of 2015.
 */
const termFault = (terms: FrameworkTerms, setting: TermSetting): Refusal | undefined => {
  const isOver = (months: number): boolean => compareDates(terms.expiresOn, addDays(addMonths(terms.liveFrom, months), -1)) > 0;
  if (terms.legalRegime === 'pa-2023') {
    const months = terms.kind === 'open' ? 96 : 48;
    return isOver(months)
      ? refused(
          'term-too-long',
          `The law ends ${terms.kind === 'open' ? 'an open' : 'a closed'} framework after ${months / 12} years: on ${formatDate(addDays(addMonths(terms.liveFrom, months), -1))} at the latest.`,
          '/terms/expiresOn',
        )
      : undefined;
  }
  return isOver(setting.longestMonths) && (terms.termReason ?? '').trim() === ''
    ? refused('term-reason-required', `Say why the framework lasts longer than ${setting.longestMonths} months.`, '/terms/termReason')
    : undefined;
};

/** VAT is not known before there are providers: the threshold is compared as if every one charged it. */
const withVat = (net: Pence): number => net + vatOf(net, 2000);

/** R27: a framework of this value is not below the threshold, whatever its terms call it. */
const regimeFault = ({ legalRegime, maxValue }: FrameworkTerms, { lightTouchThreshold }: TermSetting): Refusal | undefined =>
  legalRegime === 'below-threshold' && withVat(maxValue) >= lightTouchThreshold
    ? refused(
        'regime-not-allowed',
        `With VAT this framework may reach the threshold of ${formatMoney(lightTouchThreshold)}. Choose the rules for contracts above it.`,
        '/terms/legalRegime',
      )
    : undefined;

const competitionFault = ({ portal, noticeId, evidenceUrl }: CompetitionElsewhere): Refusal | undefined =>
  firstFault(
    textFault(portal, 'the portal', '/terms/competition/portal', 255),
    textFault(noticeId, 'the number of the notice', '/terms/competition/noticeId', 255),
    linkFault(evidenceUrl, 'where the evidence lies', '/terms/competition/evidenceUrl'),
  );
