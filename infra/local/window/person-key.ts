/** A person of the local run: people are (tenant id, object id) everywhere. */
export interface PersonId {
  readonly tenantId: string;
  readonly userId: string;
}

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pattern = new RegExp(`^(${guid})/(${guid})$`, 'i');

/** Reads `tenantId/objectId`; undefined when it is neither absent nor two ids. */
export const parsePersonKey = (key: string | null | undefined): PersonId | undefined => {
  const [, tenantId, userId] = pattern.exec(key ?? '') ?? [];
  return tenantId && userId ? { tenantId: tenantId.toLowerCase(), userId: userId.toLowerCase() } : undefined;
};

export const personKey = ({ tenantId, userId }: PersonId): string => `${tenantId}/${userId}`.toLowerCase();
