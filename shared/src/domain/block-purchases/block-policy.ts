/** What the framework says about block purchases. A row of data: a commissioner's Settings row may replace it. */
export interface BlockPolicy {
  /** Working days that a provider has to answer (R43). Longer than for one order: it weighs its capacity for months. */
  readonly answerWorkingDays: number;
}

export const defaultBlockPolicy: BlockPolicy = { answerWorkingDays: 5 };
