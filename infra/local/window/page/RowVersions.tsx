import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import * as React from 'react';
import type { PersonId } from '../person-key.ts';
import { type GraphColumn, shownValue } from './list-column.ts';
import { type ListRow, LocalRefusal, localApi, type RowVersion } from './local-api.ts';
import { changesBetween } from './version-changes.ts';

export interface RowVersionsProps {
  readonly person: PersonId;
  readonly listId: string;
  readonly columns: readonly GraphColumn[];
  readonly row: ListRow;
  readonly mayRestore: boolean;
  readonly onClose: (restored: boolean) => void;
}

const whenOf = (version: RowVersion): string => shownValue({ name: '', displayName: '', dateTime: {} }, version.lastModifiedDateTime);

/** An app that acts by itself is named, not the account that the service lends it. */
const whoOf = ({ lastModifiedBy: { application, user } }: RowVersion): string => application?.displayName ?? user?.displayName ?? '';

/** What was changed in a row, by whom and when, newest first; whoever may edit the row may put an earlier version back. */
export const RowVersions = ({ person, listId, columns, row, mayRestore, onClose }: RowVersionsProps): React.ReactElement => {
  const [versions, setVersions] = React.useState<readonly RowVersion[]>();
  const [refused, setRefused] = React.useState<string>();
  const refuse = (failure: Error): void =>
    setRefused(failure instanceof LocalRefusal ? `${failure.status} ${failure.code}: ${failure.message}` : failure.message);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dialog is of one row, and opened anew for another
  React.useEffect(() => {
    localApi.versions(person, listId, row.id).then(setVersions, refuse);
  }, []);
  const restore = (id: string): void => void localApi.restore(person, listId, row.id, id).then(() => onClose(true), refuse);

  return (
    <Dialog open onOpenChange={() => onClose(false)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Version history of {String(row.fields.Title ?? `row ${row.id}`)}</DialogTitle>
          <DialogContent>
            {refused !== undefined && (
              <MessageBar intent="error" layout="multiline" politeness="assertive">
                <MessageBarBody>
                  The service refused. <b>{refused}</b>
                </MessageBarBody>
              </MessageBar>
            )}
            <ol className="versions" aria-label="Versions, newest first">
              {versions?.map((version, index) => (
                <li key={version.id}>
                  <p>
                    <b>{version.id}</b> {whenOf(version)}, {whoOf(version)}
                    {mayRestore && index > 0 && (
                      <Button size="small" aria-label={`Restore version ${version.id}`} onClick={() => restore(version.id)}>
                        Restore
                      </Button>
                    )}
                  </p>
                  <ul>
                    {changesBetween(columns, versions[index + 1]?.fields, version.fields).map(({ label, text }) => (
                      <li key={label}>
                        {label}: {text}
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ol>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onClose(false)}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
