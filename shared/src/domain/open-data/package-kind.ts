/** A release package tells each thing that happened; a record package the same by process, and how each stands by now. */
export const packageKinds = ['releases', 'records'] as const;
export type PackageKind = (typeof packageKinds)[number];
