export type HostChoice = 'teams' | 'local' | 'browser';

/** What says where these pages run. */
export interface Surroundings {
  readonly framed: boolean;
  /** The mobile clients of Teams have no frame: they put this into the page instead. */
  readonly nativeInterface: boolean;
  readonly sample: boolean;
}

/** Inside a frame or a Teams client it is Teams; else the local run's own host in a sample build; else the plain browser. */
export const chooseHost = ({ framed, nativeInterface, sample }: Surroundings): HostChoice => {
  if (framed || nativeInterface) return 'teams';
  return sample ? 'local' : 'browser';
};
