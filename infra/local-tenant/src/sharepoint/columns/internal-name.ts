import { GraphFault, invalidRequest } from '../graph-fault.ts';

const LONGEST = 32;

/**
 * The internal name that SharePoint gives to a column: a character outside A-Z, a-z, 0-9 and `_` becomes `_xHHHH_`
 * (space: `_x0020_`). Refuses a leading `_` (such a custom column can never be written) and a name that would be cut
 * at 32 characters.
 */
export function internalName(name: string): string {
  if (name.startsWith('_')) {
    throw invalidRequest(`Field '${name}' is not recognized`, 'A custom column whose name starts with _ cannot be written through Graph.');
  }
  const encoded = name.replace(/[^A-Za-z0-9_]/g, (character) => `_x${character.charCodeAt(0).toString(16).padStart(4, '0')}_`);
  if (encoded.length > LONGEST) {
    throw new GraphFault(
      501,
      'notSupported',
      `LOCAL TENANT: the internal name '${encoded}' is over ${LONGEST} characters and would be cut`,
    );
  }
  return encoded;
}
