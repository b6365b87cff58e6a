import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { MutantResult } from '@stryker-mutator/api/core';
import type { MutationTestingPlanReadyEvent, Reporter } from '@stryker-mutator/api/report';
import { survivorOf } from './explained.ts';
import { partNameOf, survivorsFile } from './parts.ts';

/** Writes down each change that no test noticed as soon as it is known, in the form in which it can be explained: a run that is broken off has said what it found. */
export class SurvivorsReporter implements Reporter {
  /** As they were when they were changed: somebody may edit them while the run goes on. */
  private readonly sources = new Map<string, string>();

  onMutationTestingPlanReady({ mutantPlans }: MutationTestingPlanReadyEvent): void {
    for (const { mutant } of mutantPlans) {
      if (!this.sources.has(mutant.fileName)) this.sources.set(mutant.fileName, readFileSync(mutant.fileName, 'utf8'));
    }
    for (const name of new Set([...this.sources.keys()].map(partNameOf))) writeFileSync(survivorsFile({ name }), '');
  }

  onMutantTested({ status, fileName, location, replacement = '' }: MutantResult): void {
    if (status !== 'Survived' && status !== 'NoCoverage') return;
    appendFileSync(
      survivorsFile({ name: partNameOf(fileName) }),
      `${survivorOf(fileName, this.sources.get(fileName) ?? '', location, replacement)}\n`,
    );
  }
}
