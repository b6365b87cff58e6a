import { SignInNeeded } from '@ap/shared/ui/host-faults';

/** Entra's codes for what only an administrator can consent to or unblock. */
const administratorOnly = /AADSTS(90094|90095|90008|650052|700016)|admin(istrator)?[ _]?consent/i;

/**
 * Who must act when a token could not be had silently. Hosts word their refusals differently, and a click helps in all cases but those
 * that need an administrator, so anything else is a person's to click on.
 */
export const signInNeeded = (error: unknown): SignInNeeded => {
  const told = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  return new SignInNeeded(administratorOnly.test(told) ? 'administrator' : 'person');
};
