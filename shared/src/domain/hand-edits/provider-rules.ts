import { providerTable } from '../quality/provider-standing.ts';
import type { Provider, ProviderStatus } from '../register/provider.ts';
import type { TypedCommand } from './edit-law.ts';
import type { FieldFault, RecordRules } from './record-rules.ts';

/** A typed status is the command that leads there (domain section 5); where none does, or only the lift of a hold, it is put back. */
const statusStep = (from: ProviderStatus, after: Provider): FieldFault<Provider> | TypedCommand => {
  const to = after.status;
  const kinds = providerTable.filter((row) => row.from === from && row.to.includes(to)).map(({ command }) => command);
  const kind = kinds.find((each) => each !== 'lift-hold');
  if (kind !== undefined) return { of: 'provider', kind, providerRef: after.ref, from, reason: after.statusReason };
  return kinds.includes('lift-hold')
    ? {
        field: 'status',
        code: 'hold-not-lifted',
        sentence: 'Nobody lifts a hold by typing. Once its cause is cleared, a second commissioner lifts it in the app.',
      }
    : { field: 'status', code: 'status-skipped', sentence: `A provider that is ${from} cannot become ${to} in one step.` };
};

/** Lots come by an award. Only a provider that none was awarded to yet may be entered with those that it asks for: its award names what it won. */
const lotsFault = (before: Provider, after: Provider): readonly FieldFault<Provider>[] => {
  const added = after.lotKeys.filter((key) => !before.lotKeys.includes(key));
  if (before.status === 'prospective' || added.length === 0) return [];
  return [
    {
      field: 'lotKeys',
      code: 'lot-not-awarded',
      sentence: `${added.join(', ')} was not awarded to this provider. Record the award, or import it.`,
    },
  ];
};

/** A provider is entered as prospective, moves by its table only (R19), and gains lots by an award only. */
export const providerRules: RecordRules<Provider> = (before, after) => {
  if (!before) {
    const isNew = after.status === 'prospective';
    return {
      faults: isNew ? [] : [{ field: 'status', code: 'status-skipped', sentence: 'A new provider begins as prospective.' }],
    };
  }
  const lots = lotsFault(before, after);
  if (before.status === after.status) return { faults: lots };
  const step = statusStep(before.status, after);
  return 'field' in step ? { faults: [...lots, step] } : { faults: lots, command: step };
};
