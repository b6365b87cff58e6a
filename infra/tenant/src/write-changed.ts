import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes a file that is made of code where it says something else by now, and says whether. What is as it was stays untouched: builds and tests tell by its age whether it is new. */
export const writeChanged = (file: string, text: string): boolean => {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  writeFileSync(file, text);
  return true;
};
