import { Button } from '@fluentui/react-button';
import { Field } from '@fluentui/react-field';
import { Textarea } from '@fluentui/react-textarea';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { productName } from '../../domain/texts/product-name.ts';
import { copyText } from '../copy-text.tsx';
import { type HostKind, useSurroundings } from '../HostAdapter.tsx';

const useStyles = makeStyles({ field: { width: '100%' } });

/** In each host the administrator finds the same app in another centre. */
const toAsk: Readonly<Record<HostKind, string>> = {
  teams:
    `We would like to use "${productName}" in Microsoft Teams. It needs an administrator's consent for our organisation. ` +
    'Open the Teams admin center, Manage apps, find the app by this name, and choose Permissions, then Grant admin consent. ',
  sharepoint:
    `We would like to use "${productName}" on our SharePoint pages. It needs an administrator's approval for our organisation. ` +
    `Open the SharePoint admin center, Advanced, API access, choose the pending request for "${productName} API", and approve it. `,
  browser:
    `We would like to sign in to "${productName}" in our browsers. It needs an administrator's consent for our organisation. ` +
    'Open the Microsoft Entra admin center, Enterprise apps, find the app by this name, and choose Permissions, then Grant admin consent. ',
};
const asksFor = "It asks for the signed-in person's name and e-mail address only.";

/** What a person sends to their IT team: names the app and what it asks for, ready to copy. */
export const AdministratorMessage: React.FC = () => {
  const styles = useStyles();
  const { host } = useSurroundings();
  const message = `${toAsk[host.kind]}${asksFor}`;
  const [copied, setCopied] = React.useState<'yes' | 'no'>();
  return (
    <>
      <Field label="Message to your IT team" className={styles.field}>
        <Textarea readOnly rows={5} resize="vertical" value={message} onFocus={(event) => event.currentTarget.select()} />
      </Field>
      <Button onClick={() => void copyText(message).then((done) => setCopied(done ? 'yes' : 'no'))}>Copy message</Button>
      <div role="status">
        {copied === 'yes' ? 'Message copied.' : null}
        {copied === 'no' ? 'The message could not be copied. Select it and copy it yourself.' : null}
      </div>
    </>
  );
};
