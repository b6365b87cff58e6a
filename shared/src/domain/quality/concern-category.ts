export const concernCategories = [
  'child-may-be-harmed',
  'adult-may-have-harmed',
  'staff-checks',
  'site-not-safe',
  'not-registered',
  'poor-provision',
  'other',
] as const;
export type ConcernCategory = (typeof concernCategories)[number];

export const concernSeverities = ['danger-now', 'serious', 'less-serious'] as const;
export type ConcernSeverity = (typeof concernSeverities)[number];
