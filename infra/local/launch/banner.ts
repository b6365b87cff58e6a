import { displayNameOf, samplePeople } from '../sample/people.ts';
import type { StackAddresses } from './addresses.ts';

const shownPeople = 6;

/** What a person needs to know once everything runs: where to click, as whom, and how to stop. */
export function banner(addresses: StackAddresses, seconds: number): string {
  const people = samplePeople.slice(0, shownPeople).map((person) => `    ${displayNameOf(person)}, ${person.jobTitle}. ${person.about}`);
  return [
    '',
    `Ready after ${seconds.toFixed(1)} s.`,
    '',
    `  Open ${addresses.window} (it stands in for the Teams window) and choose whom to sign in as, for example`,
    ...people,
    '',
    `  The tab alone, in a plain browser: ${addresses.tab}`,
    `  The API: ${addresses.api}    The local tenant: ${addresses.tenant}`,
    '',
    '  Ctrl+C stops everything. State is kept; "npm start -- --reset" begins afresh.',
    '',
  ].join('\n');
}
