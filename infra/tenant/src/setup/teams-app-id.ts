import { createHash } from 'node:crypto';

/** The Teams app's own id where a council gives none: always the same for one registration of the API, so that nobody has to keep it. */
export const teamsAppIdOf = (apiClientId: string): string => {
  const hex = createHash('sha256').update(`AP Framework in Teams|${apiClientId.toLowerCase()}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
