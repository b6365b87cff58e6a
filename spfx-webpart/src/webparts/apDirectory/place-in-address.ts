import { fromPath, type Place, toPath } from '@ap/shared/contract/place';

/**
 * The place of one web part in the page's fragment, such as '#ap-83e5b496=%2Fservices%2FS-0001'. The path and the query of the address
 * belong to SharePoint; parts of the fragment that are not ours are left as they are.
 */
const partsOf = (hash: string): readonly string[] =>
  hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part !== '');

const isOurs = (part: string, key: string): boolean => part.indexOf(`${key}=`) === 0;

/** The name of a web part's part of the fragment: its own, so that two on one page do not follow each other. */
export const addressKey = (instanceId: string): string => `ap-${instanceId.slice(0, 8)}`;

/** The place that a fragment names; undefined where it names none of this web part, or cannot be read. */
export const placeInHash = (hash: string, key: string): Place | undefined => {
  const ours = partsOf(hash).filter((part) => isOurs(part, key))[0];
  if (ours === undefined) return undefined;
  try {
    return fromPath(decodeURIComponent(ours.slice(key.length + 1)));
  } catch {
    // A mistyped address: the web part opens where it always does.
    return undefined;
  }
};

/** The fragment with this place in it. */
export const hashWith = (hash: string, key: string, place: Place): string =>
  `#${[...partsOf(hash).filter((part) => !isOurs(part, key)), `${key}=${encodeURIComponent(toPath(place))}`].join('&')}`;
