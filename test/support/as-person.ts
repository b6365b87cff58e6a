import { samplePerson } from '@ap/local/sample/people';

/** How the address of a local page says who of the sample people uses it. */
export const asPerson = (key: string): string => {
  const { tenantId, userId } = samplePerson(key);
  return `as=${tenantId}/${userId}`;
};
