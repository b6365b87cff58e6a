import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';
import type { MutationTestingPlanReadyEvent, Reporter } from '@stryker-mutator/api/report';
import { survivorOf } from './explained.ts';

/** Writes down each change that no test noticed as soon as it is known, in the form in which it can be explained: a run that is broken off has said what it found. */
export class SurvivorsReporter implements Reporter {
  private readonly file = process.env.MUTATION_SURVIVORS ?? '.local/mutation/survivors.txt';
  /** As they were when they were changed: somebody may edit them while the run goes on. */
  private readonly sources = new Map<string, string>();

  onMutationTestingPlanReady({ mutantPlans }: MutationTestingPlanReadyEvent): void {
    for (const { mutant } of mutantPlans) {
      if (!this.sources.has(mutant.fileName)) this.sources.set(mutant.fileName, readFileSync(mutant.fileName, 'utf8'));
    }
    writeFileSync(this.file, '');
  }

  onMutantTested({ status, fileName, location, replacement = '' }: MutantResult): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    appendFileSync(this.file, `${survivorOf(fileName, this.sources.get(fileName) ?? '', location, replacement)}\n`);
  }
}
