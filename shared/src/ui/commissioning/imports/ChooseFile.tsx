import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { Form } from '../../forms/Form.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { sentenceOf } from '../../forms/problem-of.ts';
import { useOnce } from '../../forms/use-once.tsx';
import { Heading } from '../../Heading.tsx';
import { useSteadySurroundings } from '../../HostAdapter.tsx';
import { FileField } from '../FileField.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';
import { base64Of, faultOfFile } from './file-content.tsx';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    border: `2px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover },
});

const none: readonly FormError[] = [];

/** A file is chosen or dropped, sent and checked; what it would do is shown on a page of its own. */
export const ChooseFile: React.FC = () => {
  const client = useCommissioningClient();
  const { go } = useSteadySurroundings();
  const { busy, once } = useOnce();
  const [file, setFile] = React.useState<File>();
  const [errors, setErrors] = React.useState(none);
  const check = (): void => {
    const fault = faultOfFile(file);
    setErrors(fault === undefined ? none : [{ field: 'file', message: fault }]);
    if (fault !== undefined || !file) return;
    once(async () => {
      try {
        const content = await base64Of(file);
        const { importId } = await client.checkImport({ body: { fileName: file.name, content } });
        go(commissioningPlace({ at: 'import', importId }));
      } catch (error) {
        const message = error instanceof DOMException ? 'The file could not be read: choose it again' : sentenceOf(error);
        setErrors([{ field: 'file', message }]);
      }
    });
  };
  return (
    <section className={useStyles().section} aria-label="Choose the file">
      <Heading level={2}>Choose the file</Heading>
      <Form errors={errors} onSubmit={check} label="File to import">
        <DropBox file={file} onFile={setFile} />
        <div>
          <Button appearance="primary" type="submit">
            Check the file
          </Button>
        </div>
        {busy ? <Text role="status">Sending and checking the file. A large one takes up to a minute.</Text> : null}
      </Form>
    </section>
  );
};

/** The field for it, in a box into which it can be dropped. */
const DropBox: React.FC<{ readonly file: File | undefined; readonly onFile: (file: File | undefined) => void }> = ({ file, onFile }) => {
  const styles = useStyles();
  const [over, setOver] = React.useState(false);
  const drop = (event: React.DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside does the same by keyboard
    <div
      className={mergeClasses(styles.box, over && styles.over)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileField
        name="file"
        label="Excel workbook or CSV file"
        hint="Drop it here, or choose it. Up to 10 MB. No pupil's name, date of birth, UPN or address may be in it."
        accept=".csv,.xlsx"
        onFile={onFile}
      />
      <div role="status">{file === undefined ? '' : `Chosen: ${file.name}`}</div>
    </div>
  );
};
