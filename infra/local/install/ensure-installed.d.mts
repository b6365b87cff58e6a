/** Runs `npm ci` when packages are missing or older than package-lock.json. See ensure-installed.mjs. */
export function ensureInstalled(folder: string, say: (line: string) => void): Promise<boolean>;
