/** Where a concern stands. `joined`: it is looked into together with an earlier one about the same provider. */
export const concernStatuses = ['open', 'joined', 'under-enquiry', 'closed'] as const;
export type ConcernStatus = (typeof concernStatuses)[number];
