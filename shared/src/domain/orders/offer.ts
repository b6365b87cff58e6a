import { addWorkingDays } from '../days/bank-holidays.ts';
import { instantAtLondon, type LocalDate, toLondonDate } from '../days/local-date.ts';

/** The hour of London at which the time to answer ends, and from which a reminder goes out. */
const endOfDay = 17;
const morning = 9;

/** Until when a provider has to answer an order: five o'clock in the afternoon, so many working days after it was sent (R43). An instant. */
export const answerDeadline = (sentAt: string, workingDays: number): string =>
  instantAtLondon(addWorkingDays(toLondonDate(sentAt), workingDays), endOfDay);

/** When a provider that has not answered is reminded: on the morning of the last day. */
export const offerReminderAt = (answerBy: string): string => instantAtLondon(toLondonDate(answerBy), morning);

/** Who answered by a link, as they said themselves. */
export interface Answerer {
  readonly name: string;
  readonly position: string;
}

/** A provider's third answer: not this pupil or these dates, but something else. The order waits; the school decides what follows. */
export interface OtherOffer {
  readonly text: string;
  readonly by: string;
  readonly on: LocalDate;
}
