/** How many services a school can keep side by side in mind. */
export const shortlistLimit = 20;

/** How many of them can be compared at once: fewer is no comparison, more does not fit beside each other. */
export const fewestCompared = 2;
export const mostCompared = 5;
