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
  /** Months after the awards of its round for which an application that won nothing is kept, with its scores. */
  readonly unsuccessfulMonths: number;
  /** Years after the end of its framework for which an application that won is kept, with its scores. */
  readonly frameworkYears: number;
  /** Years for which a concern is kept after it was closed. */
  readonly concernYears: number;
  /** Years for which a concern is kept after it was closed that was about harm to a child, or was referred to the LADO. */
  readonly harmYears: number;
  /** Months for which the row of a member who was removed, or whose access nobody granted, is kept after its last change. */
  readonly memberMonths: number;
  /** References of records that are kept whatever their age: a claim or a complaint is open. An invoice is held with the call-offs that it charges. */
  readonly held: readonly string[];
  readonly source: string;
  readonly edition: string;
}

export const defaultRetentionPolicy: RetentionPolicy = {
  placementYears: 6,
  moneyYears: 6,
  nothingMonths: 12,
  draftDays: 90,
  unsuccessfulMonths: 36,
  frameworkYears: 6,
  concernYears: 6,
  harmYears: 75,
  memberMonths: 12,
  held: [],
  source: "R41: the Limitation Act 1980, and the council's own schedule where it says otherwise",
  edition: '2026-11-27',
};

/** What becomes of a record whose time has come. */
export type RetentionAct = 'erase-pupil' | 'delete';

/** Kinds of record of which the whole row is deleted so long after a day of theirs. */
export type DatedKind = 'invoice' | 'unsuccessful-application' | 'awarded-application' | 'concern' | 'harm' | 'member';

/** A record as its time is reckoned. */
export type Kept =
  | {
      readonly kind: DatedKind;
      readonly ref: string;
      /** Of an invoice; on which the last award of its round was decided; on which its framework ends; on which it was closed; of its last change. */
      readonly lastDay: LocalDate;
      readonly needed?: string | undefined;
    }
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
  invoice: {
    what: 'An invoice or credit note, with who entered and who accepted it',
    period: ({ moneyYears }) => `${moneyYears} financial years after the one of its date`,
    act: 'delete',
    why: 'Accounts: six years and the current one, as what it pays for.',
  },
  'unsuccessful-application': {
    what: 'An application that won nothing, with its scores',
    period: ({ unsuccessfulMonths }) => `${unsuccessfulMonths} months after the last award of its round, or its close where there was none`,
    act: 'delete',
    why: 'What a supplier sent and what explains the award is kept for three years from it (Procurement Act 2023, section 98). Outside that act R41 has 12 months.',
  },
  'awarded-application': {
    what: 'An application that won, with its scores',
    period: ({ frameworkYears }) => `${frameworkYears} years after the end of its framework`,
    act: 'delete',
    why: 'It is what the provider agreed to: a claim may be brought for six years (Limitation Act 1980, section 5).',
  },
  concern: {
    what: 'A concern about a provider that was closed',
    period: ({ concernYears }) => `${concernYears} years after it was closed`,
    act: 'delete',
    why: 'It answers for a hold or for leaving orders open, for as long as a claim may be brought.',
  },
  harm: {
    what: 'A closed concern about harm to a child, or one that was referred to the LADO',
    period: ({ harmYears }) => `${harmYears} years after it was closed`,
    act: 'delete',
    why: 'Allegations against people who work with children are kept until their retirement and at least ten years, those of sexual abuse for 75 (Independent Inquiry into Child Sexual Abuse). No age is known here: the longest holds.',
  },
  member: {
    what: 'Who was a member of a school or department and was removed, or asked and was not let in',
    period: ({ memberMonths }) => `${memberMonths} months after the last change of the row`,
    act: 'delete',
    why: 'Their decisions name them where they decided. The row lets nobody in any more.',
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

const lastDayOf: Readonly<Record<DatedKind, (day: LocalDate, policy: RetentionPolicy) => LocalDate>> = {
  invoice: (day, { moneyYears }) => yearEndAfter(day, moneyYears),
  'unsuccessful-application': (day, { unsuccessfulMonths }) => addMonths(day, unsuccessfulMonths),
  'awarded-application': (day, { frameworkYears }) => addMonths(day, 12 * frameworkYears),
  concern: (day, { concernYears }) => addMonths(day, 12 * concernYears),
  harm: (day, { harmYears }) => addMonths(day, 12 * harmYears),
  member: (day, { memberMonths }) => addMonths(day, memberMonths),
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
      case 'invoice':
      case 'unsuccessful-application':
      case 'awarded-application':
      case 'concern':
      case 'harm':
      case 'member': {
        const until = lastDayOf[kept.kind](kept.lastDay, policy);
        return due(until, kept.kind) ?? keep(until);
      }
      case 'draft': {
        const until = addDays(kept.savedOn, policy.draftDays);
        return due(until, 'draft') ?? keep(until);
      }
    }
  })();
  return judged.act !== 'keep' && 'needed' in kept && kept.needed !== undefined ? { act: 'keep', because: kept.needed } : judged;
};

const keep = (until: LocalDate): RetentionVerdict => ({ act: 'keep', until });
