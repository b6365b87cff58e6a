/** Characters that a comment or a reason may hold. */
export const commentLimit = 2000;
