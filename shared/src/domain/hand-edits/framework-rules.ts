import type { Framework } from '../register/framework.ts';
import { frameworkMachine } from '../tenders/framework/framework-machine.ts';
import type { TypedFrameworkStatus } from './edit-law.ts';
import { changedFields, type RecordRules } from './record-rules.ts';

const decided = [
  'name',
  'authority',
  'status',
  'liveFrom',
  'expiresOn',
  'eligibleBuyerTypes',
  'permittedBases',
  'maxValue',
] as const satisfies readonly (keyof Framework)[];

/** Commands that ask nothing more than who gives them: a cancellation asks why, a standstill by which notice, and time alone lets a framework expire. */
const typable: readonly TypedFrameworkStatus['kind'][] = ['open-framework', 'close-framework', 'go-live'];

/** A typed status of a framework that the app leads is its command, with all that must hold first; everything else is changed in the app. */
const ledRules = (before: EditedFramework, after: EditedFramework): ReturnType<RecordRules<EditedFramework>> => {
  const kind = typable.find((each) =>
    frameworkMachine.moves.some(({ command, from, to }) => command === each && from.includes(before.status) && to.includes(after.status)),
  );
  const faults = changedFields(before, after, decided)
    .filter((field) => field !== 'status' || kind === undefined)
    .map((field) => ({
      field,
      code: 'decided-in-the-app' as const,
      sentence: 'The app leads this framework: change it there, where it is checked what must hold first.',
    }));
  return { faults, command: kind && { of: 'framework', kind, frameworkRef: before.ref } };
};

/** A framework as its list has it; `isLed`: the app leads it from its plan to its end, so its columns follow decisions. */
export type EditedFramework = Framework & { readonly isLed: boolean };

/**
 * A framework that the app leads is changed in the app, which asks what must hold first (R28, R29, R32); a status that asks nothing more may be typed. One that was entered by hand moves along the
 * same table by hand: for a competition on a portal, the list is where its state is recorded.
 */
export const frameworkRules: RecordRules<EditedFramework> = (before, after) => {
  if (!before) return { faults: [] };
  if (before.isLed) return ledRules(before, after);
  const leads = frameworkMachine.moves.some(({ from, to }) => from.includes(before.status) && to.includes(after.status));
  if (before.status === after.status || leads) return { faults: [] };
  const { states } = frameworkMachine;
  return {
    faults: [
      {
        field: 'status',
        code: 'status-skipped',
        sentence: `A framework that is ${states[before.status]} cannot become ${states[after.status]} in one step.`,
      },
    ],
  };
};
