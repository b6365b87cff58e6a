/** What is told, without what is `undefined`: JSON has no such thing, and the contract no such value. */
export const withoutAbsent = <T extends object>(told: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
