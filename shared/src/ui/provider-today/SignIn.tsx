import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ClientOf } from '../../contract/client.ts';
import type { linkApi } from '../../contract/link-api.ts';
import { useAnnounce } from '../Announcer.tsx';
import { ContactLine } from '../Contact.tsx';
import { Form } from '../forms/Form.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import type { GivenLink } from '../given-link.ts';
import { PageHeading } from '../PageHeading.tsx';
import { Notice } from '../states/Notice.tsx';
import type { KeptSession } from './kept-session.ts';

const useStyles = makeStyles({
  page: { display: 'grid', rowGap: tokens.spacingVerticalL, maxWidth: '36rem', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

interface Props {
  readonly client: ClientOf<typeof linkApi>;
  /** The session that was open here is over. */
  readonly over: boolean;
  readonly onSignedIn: (session: KeptSession) => void;
}

/** Asks for the address, then for the code that was mailed to it. What it says never tells whether the address is known. */
export const SignIn: React.FC<Props> = ({ client, over, onSignedIn }) => {
  const { page } = useStyles();
  const [challenge, setChallenge] = React.useState<GivenLink>();
  return (
    <div className={page}>
      <PageHeading>{challenge ? 'Enter your code' : 'Report attendance'}</PageHeading>
      {over && !challenge ? (
        <Notice intent="warning" title="You are not signed in any more">
          Ask for a new code.
        </Notice>
      ) : null}
      {challenge ? (
        <CodeForm client={client} challenge={challenge} onSignedIn={onSignedIn} onBack={() => setChallenge(undefined)} />
      ) : (
        <AddressForm client={client} onAsked={setChallenge} />
      )}
      <ContactLine lead="If your organisation has another address by now, write to" />
    </div>
  );
};

const AddressForm: React.FC<Pick<Props, 'client'> & { readonly onAsked: (challenge: GivenLink) => void }> = ({ client, onAsked }) => {
  const [email, setEmail] = React.useState('');
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const { busy, once } = useOnce();
  const ask = (): void => {
    if (!/^\S+@\S+\.\S+$/.test(email.trim())) {
      setErrors([{ field: 'email', message: 'Enter the e-mail address that your organisation has in the directory' }]);
      return;
    }
    once(async () => {
      try {
        onAsked((await client.askProviderCode({ body: { email: email.trim() } })).challenge);
      } catch (error) {
        setErrors([{ field: '', message: sentenceOf(error) }]);
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={ask} label="Your address">
      <TextField
        name="email"
        label="E-mail address of your organisation"
        hint="The one that the council has in its directory. A code is sent to it"
        type="email"
        value={email}
        onChange={setEmail}
      />
      <div>
        <Button appearance="primary" type="submit">
          Send me a code
        </Button>
      </div>
      {busy ? <Text role="status">Sending</Text> : null}
    </Form>
  );
};

interface CodeProps extends Pick<Props, 'client' | 'onSignedIn'> {
  readonly challenge: GivenLink;
  readonly onBack: () => void;
}

const CodeForm: React.FC<CodeProps> = ({ client, challenge, onSignedIn, onBack }) => {
  const { buttons } = useStyles();
  const announce = useAnnounce();
  const [code, setCode] = React.useState('');
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const { busy, once } = useOnce();
  const open = (): void => {
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) {
      setErrors([{ field: 'code', message: 'Enter the six digits of the code' }]);
      return;
    }
    once(async () => {
      try {
        const { session, expiresAt } = await client.openProviderSession({ body: { challenge, code: digits } });
        announce('You are signed in');
        onSignedIn({ ...session, expiresAt });
      } catch (error) {
        setErrors([{ field: 'code', message: sentenceOf(error) }]);
      }
    });
  };
  return (
    <Form errors={errors} onSubmit={open} label="Your code">
      <Text block>
        If that address is in the directory, a code is on its way to it. It works for ten minutes. Look in the junk folder as well before
        you ask again.
      </Text>
      <TextField name="code" label="Code" hint="Six digits" width="short" inputMode="numeric" value={code} onChange={setCode} />
      <div className={buttons}>
        <Button appearance="primary" type="submit">
          Continue
        </Button>
        <Button type="button" onClick={onBack}>
          Ask for another code
        </Button>
      </div>
      {busy ? <Text role="status">Checking the code</Text> : null}
    </Form>
  );
};
