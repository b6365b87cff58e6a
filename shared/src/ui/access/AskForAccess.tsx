import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { MembershipReply } from '../../contract/me.ts';
import { ContactLine } from '../Contact.tsx';
import { Form } from '../forms/Form.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { Heading } from '../Heading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useApi } from '../use-api.tsx';
import { countWords } from '../words.tsx';
import { FoundBuyers } from './FoundBuyers.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

const none: readonly FormError[] = [];

interface Props {
  readonly memberships: readonly MembershipReply[];
  readonly onShowPeople?: (buyer: { readonly ref: string; readonly name: string }) => void;
}

/** Finds a school of my organisation and asks its contact. Says who decides, and why a school may not be found. */
export const AskForAccess = (props: Props): React.ReactElement => {
  const styles = useStyles();
  const [typed, setTyped] = React.useState('');
  const [sought, setSought] = React.useState<string>();
  return (
    <section className={styles.section} aria-label="Ask for access">
      <Heading level={2}>Ask for access</Heading>
      <Text block>
        The school's own contact, its head or business manager, decides. A contact can let you raise requests; approvers and contacts are
        appointed by the commissioning team.
      </Text>
      <Form errors={none} onSubmit={() => setSought(typed.trim())} label="Find a school or department">
        <TextField
          name="school"
          label="Name of the school or department"
          hint="Part of the name is enough"
          value={typed}
          onChange={setTyped}
          width="medium"
        />
        <div>
          <Button type="submit">Search</Button>
        </div>
      </Form>
      {sought === undefined ? null : <Found text={sought} {...props} />}
      <Text block>
        Only schools and departments whose people sign in from your organisation are listed. If yours is missing, its sign-in is not on our
        register yet.
      </Text>
      <ContactLine lead="To have it added, contact" />
    </section>
  );
};

const Found = ({ text, ...props }: Props & { text: string }): React.ReactElement => {
  const { data, error, mutate } = useApi('findBuyers', { query: { text } });
  if (error !== undefined) return <ErrorState error={error} what="The schools could not be loaded" onRetry={() => void mutate()} />;
  if (!data) return <LoadingRows what="schools" rows={3} />;
  return (
    <>
      <Text block role="status">
        {data.buyers.length < data.total
          ? `Showing ${data.buyers.length} of ${countWords(data.total, 'school or department', 'schools and departments')}. Enter more of the name to see others.`
          : `${countWords(data.total, 'school or department', 'schools and departments')} found`}
      </Text>
      {data.total === 0 ? (
        <EmptyState level={3} title="No school of that name">
          Check the spelling, or enter a shorter part of the name.
        </EmptyState>
      ) : null}
      <FoundBuyers buyers={data.buyers} {...props} />
    </>
  );
};
