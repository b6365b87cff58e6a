import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ImportReply } from '../../../contract/imports.ts';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { Form } from '../../forms/Form.tsx';
import { CheckboxField } from '../../forms/fields/CheckboxField.tsx';
import { RadioField } from '../../forms/fields/RadioField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { useOpener } from '../../use-opener.tsx';
import { countWords } from '../../words.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';

interface Props {
  readonly seen: ImportReply;
  readonly command: Command;
}

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalL } });

type Conflicts = 'keep-register' | 'follow-file';
const none: readonly FormError[] = [];

/** The confirmation: rows with errors are left out only by a mark that tells how many they are. */
export const ConfirmImport: React.FC<Props> = ({ seen: { importId, counts, fileName }, command: { busy, send } }) => {
  const client = useCommissioningClient();
  const { section } = useStyles();
  const opener = useOpener();
  const [leaving, setLeaving] = React.useState<readonly 'leave-out'[]>([]);
  const [conflicts, setConflicts] = React.useState<Conflicts | ''>('');
  const [errors, setErrors] = React.useState(none);
  const [asking, setAsking] = React.useState(false);
  const wrong = countWords(counts.error, 'row');
  const writes = counts.new + counts.changed + (conflicts === 'follow-file' ? counts.conflict : 0);
  const submit = (): void => {
    const faults = [
      ...(counts.conflict > 0 && conflicts === '' ? [{ field: 'conflicts', message: 'Choose what counts where both were changed' }] : []),
      ...(counts.error > 0 && leaving.length === 0
        ? [{ field: 'leave-out', message: `Mend the ${wrong} with errors and check the file again, or mark that they are left out` }]
        : []),
    ];
    setErrors(faults);
    if (faults.length === 0) setAsking(true);
  };
  const confirm = (): void => {
    setAsking(false);
    const body = { leaveOut: counts.error, conflicts: conflicts === '' ? ('keep-register' as const) : conflicts };
    send(
      { importId, ...body },
      async () => {
        await client.confirmImport({ params: { importId }, body });
        return 'The import has begun. You may leave this page: it goes on by itself.';
      },
      (error) =>
        setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: pointer === '/leaveOut' ? 'leave-out' : '', message: detail }))),
    );
  };
  if (counts.new + counts.changed + counts.conflict === 0)
    return (
      <section className={section} aria-label="Import">
        <Heading level={2}>Nothing can be imported yet</Heading>
        <Text block>{`All that differs from the register is ${wrong} with errors. Mend the file and check it again.`}</Text>
        <PlaceLink to={commissioningPlace({ at: 'imports' })}>Choose the mended file</PlaceLink>
      </section>
    );
  return (
    <section className={section} aria-label="Import">
      <Heading level={2}>Import</Heading>
      <Form errors={errors} onSubmit={submit} label="Confirm the import">
        {counts.conflict === 0 ? null : (
          <RadioField
            name="conflicts"
            label={`Changed here and in the file: ${countWords(counts.conflict, 'row')}. What counts?`}
            options={[
              { value: 'keep-register', label: 'The register: they stay as they are' },
              { value: 'follow-file', label: 'The file: they are changed to what it says' },
            ]}
            value={conflicts}
            onChange={setConflicts}
          />
        )}
        {counts.error === 0 ? null : (
          <CheckboxField
            name="leave-out"
            label="Rows with errors"
            options={[{ value: 'leave-out', label: `Leave out the ${wrong} with errors: nothing of them is written` }]}
            values={leaving}
            onChange={setLeaving}
          />
        )}
        <div>
          <Button ref={opener} appearance="primary" type="submit">
            {`Import ${countWords(writes, 'row')}`}
          </Button>
        </div>
        {busy ? <Text role="status">Sending</Text> : null}
      </Form>
      <PlaceLink to={commissioningPlace({ at: 'imports' })}>Choose another file instead</PlaceLink>
      <ConfirmDialog
        open={asking}
        title={`Import ${countWords(writes, 'row')} of ${fileName}?`}
        confirmLabel="Import"
        cancelLabel="Go back"
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
        opener={opener}
      >
        {`They are written into the register at the pace that Microsoft 365 grants: 5,000 rows take about a quarter of an hour.${counts.error === 0 ? '' : ` ${wrong} with errors ${counts.error === 1 ? 'is' : 'are'} left out.`}`}
      </ConfirmDialog>
    </section>
  );
};
