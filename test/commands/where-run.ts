/** Where a command that a document names is run. Paths are from the root of the repository. */
export type WhereRun =
  /** `npm test` itself: test/run.mjs runs the script, or each script that it consists of. */
  | { readonly by: 'npm test' }
  /** A test starts the script's own program, itself or through the files after it, each of which the one before names. */
  | { readonly started: readonly [test: string, ...through: string[]] }
  /** A test calls what the program calls: this function is all that it does. */
  | { readonly called: string; readonly test: string }
  /** A test types the command as a person does. */
  | { readonly typed: string };

const started = (test: string, ...through: readonly string[]): WhereRun => ({ started: [test, ...through] });
const called = (name: string, test: string): WhereRun => ({ called: name, test });
const inNpmTest: WhereRun = { by: 'npm test' };
const typedAlone: WhereRun = { typed: 'test/commands/alone.evidence.test.ts' };
const typedOnAStack: WhereRun = { typed: 'test/commands/on-a-stack.evidence.test.ts' };
const rehearsed = started('test/setup/rehearsal.evidence.test.ts', 'test/setup/rehearsal.ts', 'test/setup/rehearse.ts');
const onATenant = started('infra/tenant/src/commands.evidence.test.ts', 'infra/tenant/src/test-support/tenant-run.ts');
const recovered = started('test/journeys/recovery.evidence.test.ts');

/** Every script that a document names; a walk of `npm run walkthrough` by its name too. test/architecture/commands.test.ts holds this against documents and files. */
export const whereRun: Readonly<Record<string, WhereRun>> = {
  test: inNpmTest,
  check: inNpmTest,
  architecture: inNpmTest,
  budget: inNpmTest,
  build: inNpmTest,
  'package:spfx': inNpmTest,

  start: started('infra/local/launch/launch.integration.test.ts'),
  provision: onATenant,
  grant: onATenant,
  backup: recovered,
  restore: recovered,
  'restore:drill': recovered,
  'audit:verify': recovered,
  doctor: started('test/journeys/doctor.evidence.test.ts'),
  probe: started('infra/tenant/src/probe/probe.evidence.test.ts'),
  retention: started('test/journeys/retention.evidence.test.ts'),
  subject: started('test/journeys/subject-request.evidence.test.ts'),
  'setup:rehearsal': started('test/setup/rehearsal.evidence.test.ts'),
  setup: rehearsed,
  'setup:school': rehearsed,
  'package:teams': rehearsed,
  'build:pages': rehearsed,

  'faults:http': called('runHistory', 'test/faults-over-http/faults-over-http.evidence.test.ts'),
  playground: called('openPlayground', 'test/journeys/playground.evidence.test.ts'),
  'walkthrough placement': called('walkPlacement', 'test/journeys/placement.evidence.test.ts'),
  'walkthrough block': called('walkBlock', 'test/journeys/block.evidence.test.ts'),
  'walkthrough tender': called('walkTender', 'test/journeys/tender.evidence.test.ts'),
  'walkthrough insight': called('walkInsight', 'test/journeys/insight.evidence.test.ts'),

  bench: typedAlone,
  'bench:bundle': typedAlone,
  'bench:http': typedAlone,
  docs: typedAlone,
  faults: typedAlone,
  format: typedAlone,
  fuzz: typedAlone,
  mutation: typedAlone,
  sbom: typedAlone,
  schema: typedAlone,

  'bench:cost': typedOnAStack,
  'bench:import': typedOnAStack,
  'bench:scale': typedAlone,
  'bench:tab': typedOnAStack,
  load: typedOnAStack,
  migrate: typedOnAStack,
  screenshots: typedOnAStack,
  walkthrough: typedOnAStack,
};
