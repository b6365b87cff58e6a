/** What `npm run doctor` looks at, in the order in which it says it. */
export const checkNames = [
  'settings',
  'sign-in',
  'clock',
  'grant',
  'other-sites',
  'permissions',
  'lists',
  'readers',
  'rows',
  'subscriptions',
  'queue',
  'given-up',
  'stuck',
  'snapshot',
  'approvers',
  'api',
  'pages',
] as const;
export type CheckName = (typeof checkNames)[number];

/** What a check came to: `fault` where something does not work or is not safe, `warning` where it works worse than it could or soon will not. */
export interface Finding {
  readonly check: CheckName;
  readonly verdict: 'ok' | 'warning' | 'fault';
  /** One sentence: what is so. */
  readonly sentence: string;
  /** What to do about it; with every verdict but `ok`. */
  readonly mend?: string;
}

export const fine = (check: CheckName, sentence: string): Finding => ({ check, verdict: 'ok', sentence });
export const warn = (check: CheckName, sentence: string, mend: string): Finding => ({ check, verdict: 'warning', sentence, mend });
export const fault = (check: CheckName, sentence: string, mend: string): Finding => ({ check, verdict: 'fault', sentence, mend });

/** Some of many, for a sentence. */
export const some = (all: readonly string[], most = 4): string =>
  all.length <= most ? all.join('; ') : `${all.slice(0, most).join('; ')}; and ${all.length - most} more`;

const marks: Readonly<Record<Finding['verdict'], string>> = { ok: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' };

/** The findings as lines for a person: each with its check, and below it what to do. The last line counts them. */
export const reportFindings = (findings: readonly Finding[]): readonly string[] => {
  const width = Math.max(...checkNames.map((name) => name.length));
  const lines = [...findings]
    .sort((a, b) => checkNames.indexOf(a.check) - checkNames.indexOf(b.check))
    .flatMap(({ check, verdict, sentence, mend }) => [
      `${marks[verdict]}  ${check.padEnd(width)}  ${sentence}`,
      ...(mend === undefined ? [] : [`${' '.repeat(width + 11)}-> ${mend}`]),
    ]);
  const count = (verdict: Finding['verdict']): number => findings.filter((each) => each.verdict === verdict).length;
  const told = (verdict: 'fault' | 'warning'): string => `${count(verdict)} ${verdict}${count(verdict) === 1 ? '' : 's'}`;
  return [...lines, `${told('fault')}, ${told('warning')}, ${count('ok')} in order. Nothing was changed.`];
};
