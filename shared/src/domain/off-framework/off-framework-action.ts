/** What the audit chain says of purchases outside the framework. */
export const offFrameworkActions = ['off-framework-declared', 'off-framework-corrected', 'off-framework-withdrawn'] as const;
export type OffFrameworkAction = (typeof offFrameworkActions)[number];
