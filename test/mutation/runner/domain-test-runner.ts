import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { partNameOf } from '../parts.ts';
import { fewHistories } from './few-histories.ts';
import { freshModules } from './fresh-modules.ts';
import { asking, fileOf, type Imports } from './nearest-first.ts';
import { runTestFile, type Told } from './test-file.ts';

/** What the first run, without a change, found; every process of the run reads it. Tests that load nothing that is changed did not run in it. */
interface Baseline {
  /** Tests that do not hold here though they do in Jest: they count what many histories reach, or keep a snapshot. */
  readonly leftOut: readonly string[];
  /** What each file imports of ours. */
  readonly imports: Imports;
  /** The files whose tests ran through each change, by its id. */
  readonly running: Readonly<Record<string, readonly string[]>>;
}

/** From where npm's workspace links lead to the originals, and not to the copies that Stryker changed. */
const home = join(dirname(new URL(import.meta.url).pathname), '../../..');
const baselineFile = process.env.MUTATION_BASELINE ?? 'mutation-baseline.json';

/** Where the changed code asks which change is on, and notes what ran. Stryker's own type allows no undefined. */
type Context = { -readonly [K in keyof InstrumenterContext]: InstrumenterContext[K] | undefined };

const instrumented = new Map<string, boolean>();

/** Whether Stryker wrote its changes into a file. */
const isChanged = (file: string): boolean => {
  const known = instrumented.get(file) ?? readFileSync(file, 'utf8').includes(INSTRUMENTER_CONSTANTS.NAMESPACE);
  instrumented.set(file, known);
  return known;
};

const context = (): Context => {
  const global: { __stryker__?: Context } = globalThis as object;
  global.__stryker__ ??= {};
  return global.__stryker__;
};

const runningThrough = (perTest: Readonly<Record<string, object>>): Baseline['running'] => {
  const files = new Map<string, Set<string>>();
  for (const [id, changes] of Object.entries(perTest)) {
    for (const change of Object.keys(changes)) files.set(change, (files.get(change) ?? new Set()).add(fileOf(id)));
  }
  return Object.fromEntries([...files].map(([change, running]) => [change, [...running]]));
};

/** Stryker's third way to ask tests: Jest's runner and the tests as they are, in one process that stays, with modules evaluated anew for each change. */
export class DomainTestRunner implements TestRunner {
  private readonly root = process.cwd();
  /** The files of tests that the mutants of each part meet. */
  private readonly files: Readonly<Record<string, readonly string[]>> = JSON.parse(
    process.env.MUTATION_TESTS ? readFileSync(process.env.MUTATION_TESTS, 'utf8') : '{}',
  );
  private known: Baseline | undefined;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    const told: (Told & { file: string })[] = [];
    const imports: Record<string, string[]> = {};
    const state = context();
    for (const file of new Set(Object.values(this.files).flat())) {
      const modules = this.modules();
      let meetsChanges = false;
      const load = (): void => {
        modules.load(join(this.root, file));
        meetsChanges = [...modules.imports.keys()].some(isChanged);
      };
      const results = await runTestFile(file, { load, wanted: () => meetsChanges, bail: false, onTest: (id) => this.turnTo(id) });
      told.push(...results.map((result) => ({ ...result, file })));
      for (const [from, to] of modules.imports) imports[relative(this.root, from)] ??= [...to].map((path) => relative(this.root, path));
    }
    const leftOut = told.filter(({ failure }) => failure !== undefined).map(({ id }) => id);
    for (const id of leftOut) delete state.mutantCoverage?.perTest[id];
    writeFileSync(
      baselineFile,
      JSON.stringify({
        leftOut,
        imports,
        running: runningThrough(state.mutantCoverage?.perTest ?? {}),
      } satisfies Baseline),
    );
    const tests = told.map(
      ({ id, milliseconds, failure, file }): TestResult => ({
        id,
        name: id,
        fileName: join(this.root, file),
        timeSpentMs: milliseconds,
        status: failure === undefined ? TestStatus.Success : TestStatus.Skipped,
      }),
    );
    const { mutantCoverage } = state;
    return { status: DryRunStatus.Complete, tests, ...(coverageAnalysis === 'off' || !mutantCoverage ? {} : { mutantCoverage }) };
  }

  async mutantRun({ activeMutant, sandboxFileName, testFilter, hitLimit, mutantActivation }: MutantRunOptions): Promise<MutantRunResult> {
    const changed = relative(this.root, sandboxFileName);
    const { leftOut, imports, running } = this.baseline();
    const asked = testFilter && new Set(testFilter);
    const wanted = (id: string): boolean => (asked?.has(id) ?? true) && !leftOut.includes(id);
    const tests = this.files[partNameOf(changed)] ?? [];
    const state = context();
    Object.assign(state, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    let nrOfTests = 0;
    try {
      for (const file of asking(tests, changed, imports, new Set(running[activeMutant.id]), testFilter === undefined)) {
        const load = (): void => {
          state.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
          this.modules().load(join(this.root, file));
          state.activeMutant = activeMutant.id;
        };
        const told = await runTestFile(file, { load, wanted, bail: true, onTest: () => undefined });
        nrOfTests += told.length;
        if (state.hitCount !== undefined && hitLimit !== undefined && state.hitCount > hitLimit)
          return { status: MutantRunStatus.Timeout, reason: 'It came to no end.' };
        const broken = told.find(({ failure }) => failure !== undefined);
        if (broken) return { status: MutantRunStatus.Killed, killedBy: [broken.id], failureMessage: broken.failure ?? '', nrOfTests };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } catch (error) {
      // The module could not even be evaluated: no test, and no product, would start.
      return { status: MutantRunStatus.Killed, killedBy: [], failureMessage: String(error), nrOfTests };
    } finally {
      Object.assign(state, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
    }
  }

  private modules() {
    return freshModules(this.root, home, { 'fast-check': fewHistories });
  }

  private turnTo(id: string | undefined): void {
    context().currentTestId = id;
  }

  private baseline(): Baseline {
    this.known ??= JSON.parse(readFileSync(baselineFile, 'utf8')) as Baseline;
    return this.known;
  }
}
