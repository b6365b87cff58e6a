/** What a web part shows at first. */
export type OpensWith = 'directory' | 'notices';

/** The web part's properties, as the page keeps them: what a page editor typed or chose. */
export interface IApDirectoryProperties {
  readonly apiAddress: string;
  readonly applicationIdUri: string;
  readonly pagesAddress: string;
  readonly teamsAppId: string;
  /** Absent on pages from before there was a choice: the directory. */
  readonly opensWith?: OpensWith;
  /** The lot that the directory opens with; '' for all. */
  readonly lot: string;
  /** Miles that the directory opens with, as text; '' for any distance. */
  readonly radius: string;
  readonly layout: 'full' | 'compact';
  readonly placeInAddress: boolean;
}

/** Where the service is, checked. Addresses have no slash at the end. */
export interface ISettings {
  readonly apiAddress: string;
  readonly applicationIdUri: string;
  readonly pagesAddress: string;
  readonly teamsAppId: string | undefined;
}

/** The properties that name the service: text that can be wrong. */
export type AddressField = keyof ISettings;

/** In the order of the property pane. */
export const addressFields: readonly AddressField[] = ['apiAddress', 'applicationIdUri', 'pagesAddress', 'teamsAppId'];

const guid: RegExp = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const plain = (text: string | undefined): string => (text ?? '').trim().replace(/\/+$/, '');

/** An address of https, or of this machine: what a developer runs there never leaves it. */
const safeUrl = (text: string): URL | undefined => {
  try {
    const url = new URL(text);
    const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    const safe = url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
    return safe && bare ? url : undefined;
  } catch {
    // Not an address at all: the person is told so in words.
    return undefined;
  }
};

/**
 * What is wrong with one property, in a sentence for the property pane; '' when nothing is.
 *
 * The application ID URI must name the host of the API. Whoever edits a page chooses both, and every visitor's token goes to the address:
 * Entra gives no token for a URI that is not registered for our API, so a token for the real API can go to no other host.
 */
export const faultOf = (field: AddressField, properties: Partial<IApDirectoryProperties>): string => {
  const text = plain(properties[field]);
  switch (field) {
    case 'apiAddress':
      return safeUrl(text) ? '' : 'Enter the address of the API, beginning with https://';
    case 'pagesAddress':
      return safeUrl(text)?.pathname === '/' ? '' : 'Enter the address of the signed-in pages, beginning with https:// and without a path';
    case 'teamsAppId':
      return text === '' || guid.test(text) ? '' : 'Enter the app ID from the Teams admin center, or leave it empty';
    case 'applicationIdUri': {
      const [host, id, more] = text.replace(/^api:\/\//, '').split('/');
      if (text.indexOf('api://') !== 0 || !guid.test(id ?? '') || more !== undefined)
        return 'Enter the URI as api://, the host of the API, a slash and the client ID';
      const api = safeUrl(plain(properties.apiAddress));
      return !api || host === api.host ? '' : `The URI must name the host of the API address: api://${api.host}/${id}`;
    }
  }
};

/** The settings of this web part; undefined until every address is right, so that no token is asked for before. */
export const readSettings = (properties: Partial<IApDirectoryProperties>): ISettings | undefined => {
  if (addressFields.some((field) => faultOf(field, properties) !== '')) return undefined;
  return {
    apiAddress: plain(properties.apiAddress),
    applicationIdUri: plain(properties.applicationIdUri),
    pagesAddress: plain(properties.pagesAddress),
    teamsAppId: plain(properties.teamsAppId) || undefined
  };
};
