import type { Contact } from '@ap/shared/ui/Contact';

export interface Council {
  readonly name: string;
  readonly tenantId: string;
}

/** Where the pages find the API and the sign-in. Read from `/config.json` beside them, so that one build serves every deployment. */
export interface Settings {
  readonly apiUrl: string;
  readonly signIn: { readonly clientId: string; readonly authority: string; readonly scope: string };
  readonly teamsAppId: string | undefined;
  readonly contact: Contact | undefined;
  /** The council whose tenant the product is installed in: its guests sign in there and not at home. Undefined in the local run, where nobody signs in. */
  readonly council: Council | undefined;
  /** The stand-in Teams window of the local run; undefined in every other build, whatever the file says. */
  readonly windowOrigin: string | undefined;
}

/** The file as a deployment writes it. */
interface SettingsFile {
  readonly apiUrl?: string;
  readonly apiClientId?: string;
  readonly apiScope?: string;
  readonly teamsAppId?: string;
  readonly contact?: Contact;
  readonly council?: Council;
  readonly localWindow?: string;
}

const organisations = 'https://login.microsoftonline.com/organizations';

/** What a settings file means for a build of this mode. Throws, naming the field, when one is missing. */
export const toSettings = (file: SettingsFile, mode: string): Settings => {
  const needed = (name: 'apiUrl' | 'apiClientId' | 'apiScope'): string => {
    const value = file[name];
    if (!value) throw new Error(`These pages are not set up: ${name} is missing from /config.json.`);
    return value.replace(/\/$/, '');
  };
  return {
    apiUrl: needed('apiUrl'),
    signIn: { clientId: needed('apiClientId'), authority: organisations, scope: needed('apiScope') },
    teamsAppId: file.teamsAppId,
    contact: file.contact,
    council: file.council,
    windowOrigin: mode === 'sample' ? file.localWindow : undefined,
  };
};

/** Reads the settings of this deployment. Throws a sentence when they cannot be read: without them nothing can be called. */
export const readSettings = async (mode: string): Promise<Settings> => {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error('These pages are not set up: /config.json could not be read.');
  return toSettings((await response.json()) as SettingsFile, mode);
};
