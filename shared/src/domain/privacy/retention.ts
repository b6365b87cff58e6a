import { addDays, addMonths, type LocalDate, localDate } from '../local-date.ts';

/** For how long each class of record is kept. A row of data: a commissioner's Settings row may replace it. */
export interface RetentionPolicy {
  /** Years after its last day for which a placement still tells which pupil it was for. */
  readonly placementYears: number;
  /** Financial years after the one of its last day for which what it cost is kept. */
  readonly moneyYears: number;
  /** Months for which a request that came to nothing still tells which pupil it was for. */
  readonly nothingMonths: number;
  /** Days for which a draft is kept after it was last saved. */
  readonly draftDays: number;
  /** References of call-offs that are kept whatever their age: a claim or a complaint is open. */
  readonly held: readonly string[];
  readonly source: string;
  readonly edition: string;
}

export const defaultRetentionPolicy: RetentionPolicy = {
  placementYears: 6,
  moneyYears: 6,
  nothingMonths: 12,
  draftDays: 90,
  held: [],
  source: "R41: the Limitation Act 1980, and the council's own schedule where it says otherwise",
  edition: '2026-11-27',
};

/** What becomes of a record whose time has come. */
export type RetentionAct = 'erase-pupil' | 'delete';

/** A record as its time is reckoned. */
export type Kept =
  | {
      readonly kind: 'placement' | 'came-to-nothing';
      readonly ref: string;
      readonly lastDay: LocalDate;
      readonly pupilErased: boolean;
      /** Why it is still needed as it is (`whyStillNeeded`). */
      readonly needed?: string | undefined;
    }
  | { readonly kind: 'enquiry'; readonly ref: string; readonly keepUntil: LocalDate; readonly needed?: string | undefined }
  | { readonly kind: 'draft'; readonly ref: string; readonly savedOn: LocalDate };

/** Each class with what is kept of it, from which day on, and why. For people to read, and the only place where it is said. */
export const retentionRules: Readonly<
  Record<
    Kept['kind'] | 'money',
    { readonly what: string; readonly period: (policy: RetentionPolicy) => string; readonly act: RetentionAct; readonly why: string }
  >
> = {
  placement: {
    what: 'Which pupil a placement was for, and what was said of them',
    period: ({ placementYears }) => `${placementYears} years after its last day`,
    act: 'erase-pupil',
    why: 'A claim about a contract may be brought for six years (Limitation Act 1980, section 5). The file of the pupil is kept by the school.',
  },
  money: {
    what: 'What a placement cost, its days of attendance and who approved it',
    period: ({ moneyYears }) => `${moneyYears} financial years after the one of its last day`,
    act: 'delete',
    why: "Accounts: six years and the current one, as councils' schedules have it.",
  },
  'came-to-nothing': {
    what: 'Which pupil a request was for that was rejected, withdrawn, declined or cancelled',
    period: ({ nothingMonths }) => `${nothingMonths} months after it was over`,
    act: 'erase-pupil',
    why: 'Nothing was bought. A year answers for questions about the decision, as for an enquiry.',
  },
  enquiry: {
    what: 'An enquiry or a competition with its answers',
    period: () => 'until its own day "Kept until": twelve months after it was over',
    act: 'delete',
    why: 'R41.',
  },
  draft: {
    what: 'A request that was begun and not sent',
    period: ({ draftDays }) => `${draftDays} days after it was last saved`,
    act: 'delete',
    why: 'Nobody has asked for anything with it.',
  },
};

/** What is to be done with a record, since which day and by which rule; or why it stays for all its age. */
export type RetentionVerdict =
  | { readonly act: RetentionAct; readonly by: keyof typeof retentionRules; readonly since: LocalDate }
  | { readonly act: 'keep'; readonly until?: LocalDate | undefined; readonly because?: string | undefined };

/** The last day of the financial year in which a day lies, so many years on. */
const yearEndAfter = (day: LocalDate, years: number): LocalDate => {
  const first = Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0);
  return localDate(`${first + 1 + years}-03-31`);
};

/** Judges one record on a day. What is open, held or in dispute stays whatever its age: `needed` says why. Pure. */
export const retentionOf = (kept: Kept, policy: RetentionPolicy, today: LocalDate): RetentionVerdict => {
  const due = (until: LocalDate, act: RetentionAct, by: keyof typeof retentionRules): RetentionVerdict | undefined =>
    today > until ? { act, by, since: addDays(until, 1) } : undefined;
  const judged = ((): RetentionVerdict => {
    switch (kept.kind) {
      case 'placement':
      case 'came-to-nothing': {
        const money = yearEndAfter(kept.lastDay, policy.moneyYears);
        const pupil = addMonths(kept.lastDay, kept.kind === 'placement' ? 12 * policy.placementYears : policy.nothingMonths);
        const gone = due(money, 'delete', 'money');
        if (gone || kept.pupilErased) return gone ?? keep(money);
        return due(pupil, 'erase-pupil', kept.kind) ?? keep(pupil);
      }
      case 'enquiry':
        return due(kept.keepUntil, 'delete', 'enquiry') ?? keep(kept.keepUntil);
      case 'draft': {
        const until = addDays(kept.savedOn, policy.draftDays);
        return due(until, 'delete', 'draft') ?? keep(until);
      }
    }
  })();
  return judged.act !== 'keep' && 'needed' in kept && kept.needed !== undefined ? { act: 'keep', because: kept.needed } : judged;
};

const keep = (until: LocalDate): RetentionVerdict => ({ act: 'keep', until });
