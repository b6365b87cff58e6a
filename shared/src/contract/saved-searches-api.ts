import { listSavedSearches, saveSearch, stopSearch } from './saved-searches.ts';

/** Saved searches. Apart from `api`, so that no other page loads their shapes. */
export const savedSearchesApi = { listSavedSearches, saveSearch, stopSearch } as const;
