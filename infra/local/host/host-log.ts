/** One line of the host's log. `category` is 'user' for what a function logs and 'system' for what the host says. */
export interface HostLogEntry {
  readonly level: string;
  readonly category: string;
  readonly message: string;
  readonly functionName?: string;
  readonly invocationId?: string;
}

export type HostLog = (entry: HostLogEntry) => void;

const quiet = new Set(['debug', 'trace']);

/** Writes warnings and errors of the system, and all that functions log from 'information' upwards, to standard error. */
export const consoleLog: HostLog = ({ level, functionName, message }) => {
  if (quiet.has(level)) return;
  process.stderr.write(`[${level}]${functionName ? ` ${functionName}:` : ''} ${message}\n`);
};

/** The reason in an unknown thrown value, with the stack where there is one. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
