import { addDays, addMonths, type LocalDate, localDate } from '../days/local-date.ts';
import type { DatedKind, Kept } from './kept.ts';
import type { RetentionPolicy } from './retention-policy.ts';
import { type RetentionAct, retentionRules } from './retention-rules.ts';

/** What is to be done with a record, since which day and by which rule; or why it stays for all its age. */
export type RetentionVerdict =
  | { readonly act: RetentionAct; readonly by: keyof typeof retentionRules; readonly since: LocalDate }
  | { readonly act: 'keep'; readonly until?: LocalDate | undefined; readonly because?: string | undefined };

/** The last day of the financial year in which a day lies, so many years on. */
const yearEndAfter = (day: LocalDate, years: number): LocalDate => {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
  return localDate(`${first + 1 + years}-03-31`);
};

const lastDayOf: Readonly<Record<DatedKind, (day: LocalDate, policy: RetentionPolicy) => LocalDate>> = {
  invoice: (day, { moneyYears }) => yearEndAfter(day, moneyYears),
  'unsuccessful-application': (day, { unsuccessfulMonths }) => addMonths(day, unsuccessfulMonths),
  'awarded-application': (day, { frameworkYears }) => addMonths(day, 12 * frameworkYears),
  round: (day, { unsuccessfulMonths }) => addMonths(day, unsuccessfulMonths),
  'awarded-round': (day, { frameworkYears }) => addMonths(day, 12 * frameworkYears),
  'unsuccessful-award': (day, { unsuccessfulMonths }) => addMonths(day, unsuccessfulMonths),
  award: (day, { frameworkYears }) => addMonths(day, 12 * frameworkYears),
  'price-book': (day, { frameworkYears }) => addMonths(day, 12 * frameworkYears),
  'block-purchase': (day, { moneyYears }) => yearEndAfter(day, moneyYears),
  'lapsed-block-purchase': (day, { nothingMonths }) => addMonths(day, nothingMonths),
  concern: (day, { concernYears }) => addMonths(day, 12 * concernYears),
  harm: (day, { harmYears }) => addMonths(day, 12 * harmYears),
  visit: (day, { oversightYears }) => addMonths(day, 12 * oversightYears),
  'own-check': (day, { oversightYears }) => addMonths(day, 12 * oversightYears),
  'provider-change': (day, { changeMonths }) => addMonths(day, changeMonths),
  'vat-statement': (day, { moneyYears }) => yearEndAfter(day, moneyYears),
  event: (day, { nothingMonths }) => addMonths(day, nothingMonths),
  notice: (day, { nothingMonths }) => addMonths(day, nothingMonths),
  'off-framework': (day, { moneyYears }) => yearEndAfter(day, moneyYears),
  survey: (day, { nothingMonths }) => addMonths(day, nothingMonths),
  member: (day, { memberMonths }) => addMonths(day, memberMonths),
  choice: (day, { moneyYears }) => yearEndAfter(day, moneyYears),
};

/** Judges one record on a day. What is open, held or in dispute stays whatever its age: `needed` says why. Pure. */
export const retentionOf = (kept: Kept, policy: RetentionPolicy, today: LocalDate): RetentionVerdict => {
  const due = (until: LocalDate, by: keyof typeof retentionRules): RetentionVerdict | undefined =>
    today > until ? { act: retentionRules[by].act, by, since: addDays(until, 1) } : undefined;
  const judged = ((): RetentionVerdict => {
    switch (kept.kind) {
      case 'placement':
      case 'came-to-nothing': {
        const money = yearEndAfter(kept.lastDay, policy.moneyYears);
        const pupil = addMonths(kept.lastDay, kept.kind === 'placement' ? 12 * policy.placementYears : policy.nothingMonths);
        const gone = due(money, 'money');
        if (gone || kept.pupilErased) return gone ?? keep(money);
        return due(pupil, kept.kind) ?? keep(pupil);
      }
      case 'enquiry':
        return due(kept.keepUntil, 'enquiry') ?? keep(kept.keepUntil);
      case 'draft': {
        const until = addDays(kept.savedOn, policy.draftDays);
        return due(until, 'draft') ?? keep(until);
      }
      case 'saved-search': {
        const until = addMonths(kept.savedOn, policy.nothingMonths);
        return due(until, 'saved-search') ?? keep(until);
      }
      default: {
        const until = lastDayOf[kept.kind](kept.lastDay, policy);
        return due(until, kept.kind) ?? keep(until);
      }
    }
  })();
  return judged.act !== 'keep' && 'needed' in kept && kept.needed !== undefined ? { act: 'keep', because: kept.needed } : judged;
};

const keep = (until: LocalDate): RetentionVerdict => ({ act: 'keep', until });
