import { randomUUID } from 'node:crypto';
import type { Column, ColumnKind } from './column.ts';

interface SystemColumn {
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  readonly facet: string;
  readonly hidden?: boolean;
}

const MOMENT = { kind: 'dateTime', facet: 'dateTime' } as const;
const PERSON = { kind: 'person', facet: 'personOrGroup' } as const;
const COMPUTED = { kind: 'computed', facet: 'text' } as const;

const SYSTEM: readonly SystemColumn[] = [
  { name: 'ContentType', displayName: 'Content Type', ...COMPUTED },
  { name: 'Modified', displayName: 'Modified', ...MOMENT },
  { name: 'Created', displayName: 'Created', ...MOMENT },
  { name: 'Author', displayName: 'Created By', ...PERSON },
  { name: 'Editor', displayName: 'Modified By', ...PERSON },
  { name: '_UIVersionString', displayName: 'Version', ...COMPUTED },
  { name: 'Attachments', displayName: 'Attachments', ...COMPUTED },
  { name: 'Edit', displayName: 'Edit', ...COMPUTED },
  { name: 'LinkTitleNoMenu', displayName: 'Title', ...COMPUTED },
  { name: 'LinkTitle', displayName: 'Title', ...COMPUTED },
  { name: 'ItemChildCount', displayName: 'Item Child Count', ...COMPUTED },
  { name: 'FolderChildCount', displayName: 'Folder Child Count', ...COMPUTED },
  { name: '_ComplianceFlags', displayName: 'Label setting', ...COMPUTED },
  { name: '_ComplianceTag', displayName: 'Retention label', ...COMPUTED },
  { name: '_ComplianceTagWrittenTime', displayName: 'Retention label Applied', ...COMPUTED },
  { name: '_ComplianceTagUserId', displayName: 'Label applied by', ...COMPUTED },
  { name: 'AppAuthor', displayName: 'App Created By', ...PERSON },
  { name: 'AppEditor', displayName: 'App Modified By', ...PERSON },
];

const facetBodies: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255, textType: 'plain' },
  dateTime: { displayAs: 'default', format: 'dateTime' },
  personOrGroup: { allowMultipleSelection: false, displayAs: 'nameWithPresence', chooseFromType: 'peopleAndGroups' },
};

function column(definition: SystemColumn, own: Partial<Column> = {}): Column {
  return {
    id: randomUUID(),
    description: '',
    columnGroup: 'Custom Columns',
    facetBody: facetBodies[definition.facet] ?? {},
    settings: {},
    indexed: false,
    enforceUniqueValues: false,
    required: false,
    readOnly: true,
    system: true,
    ...definition,
    hidden: definition.hidden ?? false,
    ...own,
  };
}

/** The columns of every new list: a required single-line `Title`, and those that the service fills in. */
export function systemColumns(): Column[] {
  const title: SystemColumn = { name: 'Title', displayName: 'Title', kind: 'text', facet: 'text' };
  return [
    column(title, { required: true, readOnly: false, system: false, settings: { maxLength: 255 } }),
    ...SYSTEM.map((each) => column(each)),
  ];
}
