/** What the framework says about running orders. A row of data: a commissioner's Settings row may replace it. */
export interface OrderPolicy {
  /** School days of notice before a placement ends without one of the reasons that end it at once. */
  readonly noticeSchoolDays: number;
  /** Working days that a provider has to answer an order. */
  readonly answerWorkingDays: number;
  /** School days after the day of a review on which the contacts of the school are told that it was not held. */
  readonly reviewOverdueSchoolDays: number;
  /** Miles that a provider who comes to the pupil must be willing to travel at most, to be among those who can be asked next. */
  readonly reachMiles: number;
}

export const defaultOrderPolicy: OrderPolicy = { noticeSchoolDays: 5, answerWorkingDays: 2, reviewOverdueSchoolDays: 5, reachMiles: 25 };
