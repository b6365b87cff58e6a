import { SetUpFault, SignInNeeded } from '@ap/shared/ui/host-faults';

/** Entra's codes for what only an administrator can mend: access not approved, assignment needed. */
const administratorOnly: RegExp = /AADSTS(65001|65004|90094|90095|90008|50105)|admin(istrator)?[ _]?consent/i;
/** The URI names nothing that this tenant knows. */
const unknownApi: RegExp = /AADSTS(500011|650052|650057|700016|500014)/;

/**
 * Who must act when SharePoint gave no token. Consent is an administrator's here, never a visitor's: SharePoint's own client asks for the
 * token, and its access to our API is approved once for everyone (SharePoint admin center, API access).
 */
export const tokenRefusal = (error: unknown): Error => {
  const told = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  if (unknownApi.test(told))
    return new SetUpFault(
      'Microsoft 365 does not know the application ID URI that is set in this web part.',
      'The owner of this page can correct it: edit the page, open the settings of this web part, and compare the URI with the one that the commissioning team has.'
    );
  return new SignInNeeded(administratorOnly.test(told) ? 'administrator' : 'person');
};
