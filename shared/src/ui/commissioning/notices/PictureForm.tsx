import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { type ManagedNoticeReply, managedNoticesApi } from '../../../contract/managed-notices.ts';
import { longestAlt, mostPictureBytes } from '../../../domain/notices/notice-picture.ts';
import { Form } from '../../forms/Form.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import type { FormError } from '../../forms/form-error.ts';
import { faultsOf } from '../../forms/problem-of.ts';
import { FileField } from '../FileField.tsx';
import { base64Of } from '../imports/file-content.tsx';
import { faultsOfAnswers } from '../questions.tsx';
import type { Command } from '../use-command.tsx';
import { useOperations } from '../use-operations.tsx';

const none: readonly FormError[] = [];
const missingAlt = 'Enter what the picture shows, for whoever does not see it';

const faultOfPicture = (file: File | undefined): string | undefined => {
  if (!file) return 'Choose a picture';
  return file.size > mostPictureBytes ? `Choose a picture of up to ${mostPictureBytes / 1024} kB` : undefined;
};

/** Gives a draft its picture, with what it shows in words. */
export const PictureForm: React.FC<{ readonly notice: ManagedNoticeReply; readonly command: Command }> = ({ notice, command }) => {
  const { ref, version: seen, picture } = notice;
  const client = useOperations(managedNoticesApi);
  const [file, setFile] = React.useState<File>();
  const [alt, setAlt] = React.useState(picture?.alt ?? '');
  const [errors, setErrors] = React.useState(none);
  const save = (): void => {
    const fault = faultOfPicture(file);
    const faults = [
      ...(fault === undefined ? [] : [{ field: 'content', message: fault }]),
      ...faultsOfAnswers([{ as: 'line', name: 'alt', label: '', missing: missingAlt, limit: longestAlt }], { alt }),
    ];
    setErrors(faults);
    if (faults.length > 0 || !file) return;
    command.send(
      { ref, seen, alt, name: file.name, size: file.size, changed: file.lastModified },
      async (key) => {
        await client.setNoticePicture({ params: { ref }, body: { seen, alt: alt.trim(), content: await base64Of(file) }, key });
        return 'The picture is part of the draft.';
      },
      (error) => setErrors(faultsOf(error).map(({ pointer, detail }) => ({ field: pointer.replace(/^\//, ''), message: detail }))),
    );
  };
  return (
    <Form errors={errors} onSubmit={save} label="Picture of the notice">
      <FileField
        name="content"
        label="Which picture?"
        hint={`PNG or JPEG, up to ${mostPictureBytes / 1024} kB. No pupil may be recognised in it.`}
        accept=".png,.jpg,.jpeg"
        onFile={setFile}
      />
      <TextField
        name="alt"
        label="What does it show?"
        hint="Read out to whoever does not see it"
        optional={false}
        value={alt}
        onChange={setAlt}
      />
      <div>
        <Button type="submit">{picture === undefined ? 'Add the picture' : 'Take this picture instead'}</Button>
      </div>
      {command.busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};
