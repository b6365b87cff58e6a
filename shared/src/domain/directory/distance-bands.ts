/** Upper ends of the bands of distance that are told apart, in miles: a mile more or less is not a better service, and no other need. */
export const distanceBands: readonly number[] = [5, 10, 20, 40];
