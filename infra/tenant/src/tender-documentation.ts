import type { TenderMachine } from '@ap/shared/domain/tenders/machine';
import { tenderRoleNames } from '@ap/shared/domain/tenders/role';
import { machineSection } from './machine-documentation.ts';

/** The state machines of tenders in Markdown. */
export const tenderDocumentation = (machines: readonly TenderMachine<string, string>[]): string =>
  [
    '# How a provider gets onto the framework',
    '',
    'Generated from the tables in `shared/src/domain/tenders` by `npm run docs`. Do not edit: change the table, then generate it again.',
    '',
    'Decisions obey these tables: any pair of state and command that is not listed is refused. `none` is a record that does not exist yet, `same` the state as it was.',
    'Rules (R) and rows are those of the domain page. Each accepted command is one version of its record and one event of the audit chain.',
    '',
    ...machines.flatMap((machine) => machineSection(machine, tenderRoleNames)),
  ].join('\n');
