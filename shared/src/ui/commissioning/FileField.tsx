import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useFormField } from '../forms/FormContext.tsx';

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, minWidth: 0 },
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

interface FileFieldProps {
  /** Under which its error is found. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  /** Endings of names, such as '.csv,.xlsx'. */
  readonly accept: string;
  readonly onFile: (file: File | undefined) => void;
}

/** A file of this device, chosen in a form. */
export const FileField: React.FC<FileFieldProps> = ({ name, label, hint, accept, onFile }) => {
  const styles = useStyles();
  const { id, error } = useFormField(name);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Text id={`${id}-hint`} size={200} className={styles.hint}>
        {hint}
      </Text>
      {error === undefined ? null : (
        <Text id={`${id}-error`} size={200} className={styles.error}>
          {error}
        </Text>
      )}
      <input
        id={id}
        type="file"
        accept={accept}
        className={styles.input}
        aria-describedby={error === undefined ? `${id}-hint` : `${id}-hint ${id}-error`}
        onChange={(event) => onFile(event.currentTarget.files?.[0])}
      />
    </div>
  );
};
