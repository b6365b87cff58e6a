import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Select,
  Textarea,
} from '@fluentui/react-components';
import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { type GraphColumn, kindOf } from './list-column.ts';
import { changedFields, type Typed, typedValue } from './list-edit.ts';
import { type ListRow, LocalRefusal, localApi } from './local-api.ts';

export interface RowEditorProps {
  readonly person: PersonId;
  readonly listId: string;
  readonly columns: readonly GraphColumn[];
  readonly row: ListRow;
  readonly onClose: (saved: boolean) => void;
}

interface ControlProps {
  readonly column: GraphColumn;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

const Control = ({ column, typed, onType }: ControlProps): React.ReactElement => {
  const kind = kindOf(column);
  const choices = column.choice?.choices ?? [];
  if (typeof typed !== 'string')
    return (
      <div>
        {choices.map((choice) => (
          <Checkbox
            key={choice}
            label={choice}
            checked={typed.includes(choice)}
            onChange={(_, { checked }) => onType(choices.filter((each) => (each === choice ? checked === true : typed.includes(each))))}
          />
        ))}
      </div>
    );
  if (kind === 'lines') return <Textarea rows={5} value={typed} onChange={(_, { value }) => onType(value)} />;
  if (kind === 'choice' || kind === 'yesNo')
    return (
      <Select value={typed} onChange={(_, { value }) => onType(value)}>
        <option value="" />
        {(kind === 'choice' ? choices : ['yes', 'no']).map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </Select>
    );
  return <Input type={kind === 'day' ? 'date' : 'text'} value={typed} onChange={(_, { value }) => onType(value)} />;
};

/** Edits one row as the person. The form checks nothing: what the service refuses is shown in its own words. */
export const RowEditor = ({ person, listId, columns, row, onClose }: RowEditorProps): React.ReactElement => {
  const editable = columns.filter((column) => kindOf(column) !== 'other');
  const [typed, setTyped] = React.useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(editable.map((column) => [column.name, typedValue(column, row.fields[column.name])])),
  );
  const [refused, setRefused] = React.useState<string>();
  const [saving, setSaving] = React.useState(false);
  const fields = changedFields(editable, row.fields, typed);

  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await localApi.change(person, listId, row, fields);
      onClose(true);
    } catch (failure) {
      setRefused(failure instanceof LocalRefusal ? `${failure.status} ${failure.code}: ${failure.message}` : (failure as Error).message);
      setSaving(false);
    }
  };

  return (
    <Dialog open onOpenChange={() => onClose(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Edit {String(row.fields.Title ?? `row ${row.id}`)}</DialogTitle>
          <DialogContent className="row-form">
            {refused !== undefined && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>
                  The service refused the change. <b>{refused}</b>
                </MessageBarBody>
              </MessageBar>
            )}
            {editable.map((column) => (
              <Field
                key={column.name}
                label={column.displayName}
                required={column.required === true}
                {...(column.description ? { hint: column.description } : {})}
              >
                <Control
                  column={column}
                  typed={typed[column.name] ?? ''}
                  onType={(value) => setTyped({ ...typed, [column.name]: value })}
                />
              </Field>
            ))}
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onClose(false)}>Cancel</Button>
            <Button appearance="primary" disabled={saving || Object.keys(fields).length === 0} onClick={() => void save()}>
              Save
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
