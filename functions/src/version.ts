/** What the program says of itself: its version, and the commit that it was built from. */
export interface Version {
  readonly version: string;
  readonly commit: string;
}

/** Written into the bundle by its build; not there where the program runs from its sources. */
declare const AP_BUILD: string | undefined;

/** The version that runs. */
export const runningVersion: Version = {
  version: 'unbuilt',
  commit: 'unknown',
  ...(typeof AP_BUILD === 'string' ? (JSON.parse(AP_BUILD) as Partial<Version>) : {}),
};
