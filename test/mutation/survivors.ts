import { appendFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { MutantResult } from '@stryker-mutator/api/core';
import type { Reporter } from '@stryker-mutator/api/report';

const one = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 160);

/** Writes down each change that no test noticed as soon as it is known: a run that is broken off has said what it found. */
export class SurvivorsReporter implements Reporter {
  private readonly file = process.env.MUTATION_SURVIVORS ?? '.local/mutation/survivors.txt';

  onMutationTestingPlanReady(): void {
    writeFileSync(this.file, '');
  }

  onMutantTested({ status, fileName, location, mutatorName, replacement }: MutantResult): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    const { line, column } = location.start;
    appendFileSync(this.file, `${relative('.', fileName)}:${line}:${column} ${status} ${mutatorName} -> ${one(replacement ?? '')}\n`);
  }
}
