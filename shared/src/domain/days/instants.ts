/**
 * Whether one instant (ISO 8601 with its zone) lies before another. Instants are not compared as text: '16:00:00.500Z' sorts before '16:00:00Z', so that a
 * deadline on the whole second would act a second late. What is no instant lies neither before nor after another.
 */
export const isBefore = (one: string, other: string): boolean => Date.parse(one) < Date.parse(other);

/** Whether one instant lies after another; see isBefore. */
export const isAfter = (one: string, other: string): boolean => isBefore(other, one);
