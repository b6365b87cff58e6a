import { SignInNeeded } from '@ap/shared/ui/HostAdapter';

/** Entra's codes for what only an administrator can mend: access not approved, the API or its client unknown, assignment needed. */
const administratorOnly: RegExp = /AADSTS(65001|65004|90094|90095|90008|500011|50105|650052|700016)|admin(istrator)?[ _]?consent/i;

/**
 * Who must act when SharePoint gave no token. Consent is an administrator's here, never a visitor's: SharePoint's own client asks for the
 * token, and its access to our API is approved once for everyone (SharePoint admin center, API access).
 */
export const tokenRefusal = (error: unknown): SignInNeeded => {
  const told = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return new SignInNeeded(administratorOnly.test(told) ? 'administrator' : 'person');
};
