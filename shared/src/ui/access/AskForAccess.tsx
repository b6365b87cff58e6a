import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { findBuyers } from '../../contract/access.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { MembershipReply } from '../../contract/me.ts';
import { useAnnounce } from '../Announcer.tsx';
import { ContactLine } from '../Contact.tsx';
import { Form } from '../forms/Form.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { Heading } from '../Heading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
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
  const found = useApi('findBuyers', { query: { text } });
  return (
    <Loaded reads={[found] as const} what="schools" failed="The schools could not be loaded">
      {(reply) => <FoundList found={reply} {...props} />}
    </Loaded>
  );
};

const FoundList = ({ found: { buyers, total }, ...props }: Props & { found: ReplyOf<typeof findBuyers> }): React.ReactElement => {
  const announce = useAnnounce();
  const counted = countWords(total, 'school or department', 'schools and departments');
  const sentence =
    buyers.length < total ? `Showing ${buyers.length} of ${counted}. Enter more of the name to see others.` : `${counted} found`;
  React.useEffect(() => announce(sentence), [sentence, announce]);
  return (
    <>
      <Text block>{sentence}</Text>
      {total === 0 ? (
        <EmptyState level={3} title="No school of that name">
          Check the spelling, or enter a shorter part of the name.
        </EmptyState>
      ) : null}
      <FoundBuyers buyers={buyers} {...props} />
    </>
  );
};
