import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import { Form } from '../../forms/Form.tsx';
import { useFormField } from '../../forms/FormContext.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { sentenceOf } from '../../forms/problem-of.ts';
import { useOnce } from '../../forms/use-once.tsx';
import { Heading } from '../../Heading.tsx';
import { useSteadySurroundings } from '../../HostAdapter.tsx';
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
  input: {
    maxWidth: '100%',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '::file-selector-button': {
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      minHeight: '32px',
      marginRight: tokens.spacingHorizontalM,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  hint: { color: tokens.colorNeutralForeground2 },
  error: { color: tokens.colorPaletteRedForeground1 },
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
        <FileField file={file} onFile={setFile} />
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

const FileField: React.FC<{ readonly file: File | undefined; readonly onFile: (file: File | undefined) => void }> = ({ file, onFile }) => {
  const styles = useStyles();
  const { id, error } = useFormField('file');
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
      <label htmlFor={id}>Excel workbook or CSV file</label>
      <Text id={`${id}-hint`} size={200} className={styles.hint}>
        Drop it here, or choose it. Up to 10 MB. No pupil's name, date of birth, UPN or address may be in it.
      </Text>
      {error === undefined ? null : (
        <Text id={`${id}-error`} size={200} className={styles.error}>
          {error}
        </Text>
      )}
      <input
        id={id}
        type="file"
        accept=".csv,.xlsx"
        className={styles.input}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
      <div role="status">{file === undefined ? '' : `Chosen: ${file.name}`}</div>
    </div>
  );
};
