/** Whether two types are the same, read both ways. */
export type Same<A, B> = [A, B] extends [B, A] ? true : false;

/** The fields in which two shapes differ, those that one of both lacks as well: the compiler shows them. */
export type Differing<A, B> = {
  [Name in keyof A | keyof B]: Name extends keyof A & keyof B ? (Same<A[Name], B[Name]> extends true ? never : Name) : Name;
}[keyof A | keyof B];
