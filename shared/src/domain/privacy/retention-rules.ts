import type { Kept } from './kept.ts';
import type { RetentionPolicy } from './retention-policy.ts';

/** What becomes of a record whose time has come. */
export type RetentionAct = 'erase-pupil' | 'delete';

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
  round: {
    what: 'A round out of which nobody won, with its questions and rankings',
    period: ({ unsuccessfulMonths }) =>
      `${unsuccessfulMonths} months after its last award was decided, or its close; in any case as long as an application to it`,
    act: 'delete',
    why: 'It is what the applications answer. As these: Procurement Act 2023, section 98.',
  },
  'awarded-round': {
    what: 'A round out of which somebody won, with its questions and rankings',
    period: ({ frameworkYears }) =>
      `${frameworkYears} years after the end of its framework; in any case as long as an application or award of it`,
    act: 'delete',
    why: 'It explains the award, for as long as a claim about the contract may be brought (Limitation Act 1980, section 5).',
  },
  'unsuccessful-award': {
    what: 'An award that was rejected or set aside',
    period: ({ unsuccessfulMonths }) => `${unsuccessfulMonths} months after that; in any case as long as its application`,
    act: 'delete',
    why: 'What explains a decision to award nothing is kept as an application that won nothing (Procurement Act 2023, section 98).',
  },
  award: {
    what: 'An award with its agreement',
    period: ({ frameworkYears }) =>
      `${frameworkYears} years after the end of its framework; in any case as long as an order that it priced`,
    act: 'delete',
    why: 'It is the contract (Limitation Act 1980, section 5), and what every order under it was priced by.',
  },
  'price-book': {
    what: 'The prices of a provider under a framework, with who proposed and approved them',
    period: ({ frameworkYears }) =>
      `${frameworkYears} years after the end of its framework; in any case as long as an award or an order that it priced`,
    act: 'delete',
    why: 'As the award: an order names the rate that it was priced by. The rates that were written from it go with it.',
  },
  'block-purchase': {
    what: 'A block purchase that was bought, with pledges, transfers and settlement',
    period: ({ moneyYears }) =>
      `${moneyYears} financial years after the one of its last day of use or its settlement; in any case as long as a call-off that draws on it`,
    act: 'delete',
    why: 'Accounts: six years and the current one, as what a placement cost.',
  },
  'lapsed-block-purchase': {
    what: 'A block purchase that lapsed, or was declined or cancelled',
    period: ({ nothingMonths }) => `${nothingMonths} months after that`,
    act: 'delete',
    why: 'Nothing was bought, as with a request that came to nothing.',
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
  visit: {
    what: 'A visit to a provider, with its actions',
    period: ({ oversightYears }) =>
      `${oversightYears} years after it was closed or cancelled; in any case while a concern about its provider is open`,
    act: 'delete',
    why: 'It shows how the council looked after the provider, for as long as a claim may be brought: as a concern.',
  },
  'own-check': {
    what: "A school's or department's own check of a provider",
    period: ({ oversightYears }) =>
      `${oversightYears} years after its review was due, or after the last placement of that school with that provider, whichever is later`,
    act: 'delete',
    why: 'R1: the school that places answers for its choice, and this is what it looked at, for as long as a claim may be brought.',
  },
  'provider-change': {
    what: 'A change that a provider proposed of its entry, or that was refused',
    period: ({ changeMonths }) => `${changeMonths} months after it was decided`,
    act: 'delete',
    why: 'The register holds what was accepted. Two years answer for who asked for a new address or mailbox, should it prove a fraud.',
  },
  'vat-statement': {
    what: 'What a provider stated about VAT and was accepted',
    period: ({ moneyYears }) =>
      `${moneyYears} financial years after the one in which the next statement about the same service replaced it`,
    act: 'delete',
    why: 'Evidence for the VAT of invoices, kept as these. What no other has replaced still stands.',
  },
  notice: {
    what: 'A notice of the commissioners, with whom it was sent to',
    period: ({ nothingMonths }) => `${nothingMonths} months after its last day, or after it was withdrawn or discarded`,
    act: 'delete',
    why: 'It answers whether somebody was told. A year answers for questions about that, as for an enquiry.',
  },
  'off-framework': {
    what: 'A purchase outside the framework that a school or department declared',
    period: ({ moneyYears }) => `${moneyYears} financial years after the one of its last month, withdrawn or not`,
    act: 'delete',
    why: 'It is compared with the accounts of what was bought by call-off, and is kept as these.',
  },
  event: {
    what: 'An event of the commissioners, with who booked and who came',
    period: ({ nothingMonths }) => `${nothingMonths} months after it was over and last changed, or was cancelled or discarded`,
    act: 'delete',
    why: 'It answers who was invited and came. A year answers for questions about that, as for a notice.',
  },
  survey: {
    what: 'A survey of the commissioners, with what each school answered and whom it was sent to',
    period: ({ nothingMonths }) => `${nothingMonths} months after it was closed or discarded`,
    act: 'delete',
    why: 'Its results serve the plan of a year, and an interest in buying together is no longer one after that.',
  },
  member: {
    what: 'Who was a member of a school or department and was removed, or asked and was not let in',
    period: ({ memberMonths }) => `${memberMonths} months after the last change of the row`,
    act: 'delete',
    why: 'Their decisions name them where they decided. The row lets nobody in any more.',
  },
  choice: {
    what: 'Which of several services a school chose and why, with the prices of that day',
    period: ({ moneyYears }) => `${moneyYears} financial years after the one in which it was kept`,
    act: 'delete',
    why: 'Evidence of value for money, kept as the accounts of what was bought by it.',
  },
  'saved-search': {
    what: 'A search that somebody saved, to be told of something new',
    period: ({ nothingMonths }) => `${nothingMonths} months after it was saved or last told of something`,
    act: 'delete',
    why: 'It answers no need any more. Whoever still wants it saves it anew.',
  },
  draft: {
    what: 'A request that was begun and not sent',
    period: ({ draftDays }) => `${draftDays} days after it was last saved`,
    act: 'delete',
    why: 'Nobody has asked for anything with it.',
  },
};
