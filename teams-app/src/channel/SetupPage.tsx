import { type Outcode, toOutcode } from '@ap/shared/domain/pupils/outcode';
import { productName } from '@ap/shared/domain/texts/product-name';
import { ContactLine } from '@ap/shared/ui/Contact';
import { PageHeading } from '@ap/shared/ui/PageHeading';
import { Field } from '@fluentui/react-field';
import { Input } from '@fluentui/react-input';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ChannelSetup } from '../hosts/channel-setup.ts';
import { FoundNear } from './FoundNear.tsx';

const useStyles = makeStyles({
  page: { padding: tokens.spacingHorizontalXXL, maxWidth: '38rem', display: 'grid', gap: tokens.spacingVerticalM, alignContent: 'start' },
  field: { maxWidth: '20rem' },
});

/** Adding the directory to a channel: what it gives, the one choice, and whom to ask. Teams' own Save button saves it. */
export const SetupPage: React.FC<{ readonly setup: ChannelSetup }> = ({ setup }) => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState<string>(setup.saved ?? '');
  const [left, setLeft] = React.useState(false);
  // The server knows which areas there are; what it does not know cannot be saved.
  const [unknown, setUnknown] = React.useState<string>();
  const near: Outcode | undefined = toOutcode(typed);
  const good = near !== undefined && near !== unknown;
  React.useEffect(() => setup.choose(good ? near : undefined), [setup, good, near]);
  const wrong = near === undefined ? left && typed.trim() !== '' : !good;
  return (
    <main className={styles.page}>
      <PageHeading>{`Add ${productName} to this channel`}</PageHeading>
      <div>
        Everybody in the channel sees the same directory of quality-assured alternative provision, with distances from the area that you
        choose. Requests, approvals and drafts are not shown in the channel: each person finds theirs in their own tab.
      </div>
      <Field
        className={styles.field}
        label="Where should distances be measured from?"
        hint="A postcode or the first part of one, such as DT1. Only the first part is kept."
        {...(wrong ? { validationState: 'error' as const, validationMessage: 'Enter the first half of a postcode, such as DT1' } : {})}
      >
        <Input
          value={typed}
          maxLength={12}
          autoComplete="off"
          onChange={(_, { value }) => setTyped(value)}
          onBlur={() => {
            setLeft(true);
            if (near !== undefined) setTyped(near);
          }}
        />
      </Field>
      {near === undefined ? null : <FoundNear near={near} onUnknown={setUnknown} />}
      <div>Press Save when you are ready. You can change the area later in the settings of the tab.</div>
      <ContactLine lead="Questions? Ask" />
    </main>
  );
};
