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
  /** Years for which what shows how a provider was looked after is kept: a visit after it was over, a school's own check after it spoke for the last time. */
  readonly oversightYears: number;
  /** Months for which what a provider proposed to change is kept after it was decided. */
  readonly changeMonths: number;
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
  oversightYears: 6,
  changeMonths: 24,
  held: [],
  source: "R41: the Limitation Act 1980, and the council's own schedule where it says otherwise",
  edition: '2026-11-28',
};
