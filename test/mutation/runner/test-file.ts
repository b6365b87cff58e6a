import { expect } from 'expect';
import * as circus from 'jest-circus';
import { ModuleMocker } from 'jest-mock';

/** What became of one test. */
export interface Told {
  readonly id: string;
  readonly milliseconds: number;
  /** Undefined: it passed. */
  readonly failure: string | undefined;
}

export interface Wish {
  /** Puts the tests of the file before Jest's runner, by evaluating it. */
  readonly load: () => void;
  readonly wanted: (id: string) => boolean;
  /** No further test once one has failed. */
  readonly bail: boolean;
  readonly onTest: (id: string | undefined) => void;
}

type Block = ReturnType<typeof circus.getState>['rootDescribeBlock'];
type Test = Extract<Block['children'][number], { type: 'test' }>;

const mocker = new ModuleMocker(globalThis);
Object.assign(globalThis, {
  describe: circus.describe,
  test: circus.test,
  it: circus.it,
  beforeAll: circus.beforeAll,
  beforeEach: circus.beforeEach,
  afterAll: circus.afterAll,
  afterEach: circus.afterEach,
  expect,
  jest: { fn: mocker.fn.bind(mocker), spyOn: mocker.spyOn.bind(mocker) },
});

const nameOf = (block: Block | Test): string => (block.parent?.parent ? `${nameOf(block.parent)} ${block.name}` : String(block.name));
const testsOf = (block: Block): Test[] => block.children.flatMap((child) => (child.type === 'test' ? [child] : testsOf(child)));

/** Runs one file of tests with Jest's own runner in this process, and tells of the tests that ran. */
export const runTestFile = async (file: string, { load, wanted, bail, onTest }: Wish): Promise<Told[]> => {
  const told: Told[] = [];
  const idOf = (test: Test): string => `${file} ${nameOf(test)}`;
  circus.resetState();
  load();
  const { rootDescribeBlock } = circus.getState();
  circus.getState().testTimeout = 60_000;
  for (const test of testsOf(rootDescribeBlock)) if (!wanted(idOf(test))) test.mode = 'skip';
  let failed = false;
  const listen: Parameters<typeof circus.addEventHandler>[0] = (event) => {
    if (event.name === 'test_start') {
      if (failed && bail) event.test.mode = 'skip';
      onTest(idOf(event.test));
    }
    if (event.name === 'test_skip') onTest(undefined);
    if (event.name === 'test_done') {
      onTest(undefined);
      const [error] = event.test.errors.flat();
      if (error) failed = true;
      told.push({
        id: idOf(event.test),
        milliseconds: event.test.duration ?? 0,
        failure: error && (error instanceof Error ? error.message : String(error)),
      });
    }
  };
  circus.addEventHandler(listen);
  try {
    await circus.run();
  } finally {
    circus.removeEventHandler(listen);
    mocker.restoreAllMocks();
  }
  return told;
};
