import type { Framework } from '../framework.ts';
import { frameworkMachine } from '../tenders/framework/framework-machine.ts';
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

/** A framework as its list has it; `isLed`: the app leads it from its plan to its end, so its columns follow decisions. */
export type EditedFramework = Framework & { readonly isLed: boolean };

/**
 * A framework that the app leads is changed in the app, which asks what must hold first (R28, R29, R32). One that was entered by hand moves along the
 * same table by hand: for a competition on a portal, the list is where its state is recorded.
 */
export const frameworkRules: RecordRules<EditedFramework> = (before, after) => {
  if (!before) return { faults: [] };
  if (before.isLed)
    return {
      faults: changedFields(before, after, decided).map((field) => ({
        field,
        code: 'decided-in-the-app',
        sentence: 'The app leads this framework: change it there, where it is checked what must hold first.',
      })),
    };
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
