import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The app's settings of the local run, which the launcher wrote under `stateDir`: for commands that work on it. */
export const localValues = (stateDir: string): Readonly<Record<string, string>> => {
  const file = path.resolve(stateDir, 'functions.settings.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { Values: Record<string, string> }).Values;
};
