import { later } from '../later.tsx';

/** The message to the IT team. Few people ever need it, so its code is not in the first load. */
export const AskAdministrator = later(async () => (await import('./AdministratorMessage.tsx')).AdministratorMessage);
