import { getCensusFile, getPlacementsFile, listCensusPlacements, listPlacements } from './placements.ts';

/** What is read of placements beside their sessions. Apart from `api`, so that no other page loads their shapes. */
export const placementsApi = { listPlacements, getPlacementsFile, listCensusPlacements, getCensusFile } as const;
