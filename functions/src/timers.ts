/**
 * All that the product does by the clock, with when (NCRONTAB: seconds first). The guard reads the changes of every list at the full minute, four at a time, a third of a second each;
 * what else runs each minute comes within the half after it, so that copies need not be read again. Nothing is decided by a timer's moment: a late command is refused
 * whether or not its timer has run.
 */
export const timers = {
  /** Every minute, after the sweep: what the host gave up is before a person soon after. */
  takeGivenUp: '11 */1 * * * *',
  /** Every minute: nothing that was written waits longer than two sweeps. It comes when the guard has read all lists: its reading serves the sweep too. */
  sweep: '20 */1 * * * *',
  /** Every minute, while what the guard read is fresh: reservations whose order was not written are found by the call-off that they were for. */
  sweepLedgers: '22 */1 * * * *',
  /** Twice a minute: a confirmed import begins soon, and goes on where it was, whatever happened to the run before. */
  runImport: '15,45 * * * * *',
  /** Every minute, whether a notification came or not: an edit in a list is judged within one. */
  guardLists: '0 */1 * * * *',
  /** Every minute: what is due by the clock of rounds and frameworks. Late commands are refused by their decisions, whether or not this has run. */
  roundClock: '24 * * * * *',
  /** Every ten minutes: a subscription that ended, or was never made, is not missed for long. */
  renewSubscriptions: '45 */10 * * * *',
  /** Every hour: a standstill that is over is told on the morning after its last day at the latest. */
  standstillClock: '0 5 * * * *',
  /** Every ten minutes: whoever is away is stood in for soon after they have said so. */
  approvalClock: '28 */10 * * * *',
  /** Every hour: a placement whose notice has run out has ended by the early morning after its last day. */
  orderClock: '0 10 * * * *',
  /** Every five minutes: a session that nobody reported by its time is told soon after it. */
  attendanceClock: '26 */5 * * * *',
  /** Every two minutes: the school of a pupil who is taught elsewhere is told soon after the register says so. */
  placeClock: '26 */2 * * * *',
  /** Every five minutes, so that what a day brings about happens as midnight strikes, and what a run has missed soon after. */
  qualityClock: '0 */5 * * * *',
  /** Every minute: pledges close at their stated time; no pledge changes after it, however late this runs. */
  blockClock: '23 */1 * * * *',
  /** Every five minutes: an enquiry closes soon after its stated time; no answer after it is taken, however late this runs. */
  enquiryClock: '27 */5 * * * *',
  /** Every five minutes: a notice goes out soon after the hour of its day; nobody is shown one after its last day, however late this runs. */
  noticeClock: '29 */5 * * * *',
  /** Every quarter of an hour: nobody is shown an event that is over, or books it, however late this runs. */
  eventClock: '47 */15 * * * *',
  /** Every five minutes: a survey closes soon after its last day; nobody answers one after it, however late this runs. */
  surveyClock: '53 */5 * * * *',
  /** Every hour: a school hears of a review on the morning of the day by which it is due. */
  reviewClock: '0 25 * * * *',
  /** Every hour, so that somebody hears of a new service on the day on which it is listed. */
  savedSearchClock: '0 40 * * * *',
  /** Every minute: what a command waits for may be there again. */
  sweepParked: '25 */1 * * * *',
} as const satisfies Readonly<Record<string, string>>;

export type TimerName = keyof typeof timers;
