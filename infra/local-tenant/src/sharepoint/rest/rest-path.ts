/** One step of a SharePoint REST address: a name (lower case) with its arguments, `getbytitle('CallOffs')`. */
export interface RestStep {
  readonly name: string;
  /** Arguments in order, without quotes and without `name=` or `guid`. Absent when there were no brackets. */
  readonly args?: readonly string[];
}

const STEP = /([^/(]+)(\(((?:'(?:[^']|'')*'|[^')])*)\))?(?:\/|$)/y;
const ARGUMENT = /\s*(?:@?[A-Za-z]+\s*=\s*)?(?:guid)?(?:'((?:[^']|'')*)'|([^,'=\s]+))\s*(?:,|$)/y;

function readArguments(text: string): readonly string[] | undefined {
  const args: string[] = [];
  ARGUMENT.lastIndex = 0;
  while (ARGUMENT.lastIndex < text.length) {
    const match = ARGUMENT.exec(text);
    if (match === null) return undefined;
    args.push(match[1]?.replaceAll("''", "'") ?? match[2] ?? '');
  }
  return args;
}

/** Reads the decoded address after `_api/`; undefined when it is not of that form. Quoted arguments may hold `/`, `(` and `''`. */
export function readRestPath(path: string): readonly RestStep[] | undefined {
  const steps: RestStep[] = [];
  const text = path.replace(/\/+$/, '');
  STEP.lastIndex = 0;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (match === null) return undefined;
    const name = (match[1] ?? '').toLowerCase();
    const args = match[2] === undefined ? undefined : readArguments(match[3] ?? '');
    if (match[2] !== undefined && args === undefined) return undefined;
    steps.push(args === undefined ? { name } : { name, args });
  }
  return steps.length === 0 ? undefined : steps;
}
