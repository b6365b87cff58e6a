import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { findProviders, ProviderFound } from '../../contract/providers.ts';
import { useAnnounce } from '../Announcer.tsx';
import { useListStyles } from '../call-offs/use-list-styles.tsx';
import { Form } from '../forms/Form.tsx';
import { TextField } from '../forms/fields/TextField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { Heading } from '../Heading.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { countWords } from '../words.tsx';
import { useCommissioning } from './use-commissioning.tsx';
import { providerStatusWords } from './words.tsx';

interface Props {
  /** What can be done about a provider that was found. */
  readonly act: (provider: ProviderFound) => React.ReactNode;
}

const none: readonly FormError[] = [];

/** Finds a provider of any status by a part of its name. */
export const ProviderSearch: React.FC<Props> = ({ act }) => {
  const [typed, setTyped] = React.useState('');
  const [sought, setSought] = React.useState<string>();
  return (
    <>
      <Form errors={none} onSubmit={() => setSought(typed.trim())} label="Find a provider">
        <TextField
          name="provider"
          label="Name of the provider"
          hint="Part of the name or the reference is enough"
          value={typed}
          onChange={setTyped}
          width="medium"
        />
        <div>
          <Button type="submit">Find provider</Button>
        </div>
      </Form>
      {sought === undefined ? null : <Found text={sought} act={act} />}
    </>
  );
};

const Found: React.FC<Props & { readonly text: string }> = ({ text, act }) => {
  const found = useCommissioning('findProviders', { query: { text } });
  return (
    <Loaded reads={[found] as const} what="providers" failed="The providers could not be loaded">
      {(reply) => <FoundList found={reply} act={act} />}
    </Loaded>
  );
};

const FoundList: React.FC<Props & { readonly found: ReplyOf<typeof findProviders> }> = ({ found: { providers, total }, act }) => {
  const announce = useAnnounce();
  const { list, row, title } = useListStyles();
  const counted = countWords(total, 'provider');
  const sentence =
    providers.length < total ? `Showing ${providers.length} of ${counted}. Enter more of the name to see others.` : `${counted} found`;
  React.useEffect(() => announce(sentence), [sentence, announce]);
  return (
    <>
      <Text block>{sentence}</Text>
      {total === 0 ? (
        <EmptyState level={3} title="No provider of that name">
          Check the spelling, or enter a shorter part of the name.
        </EmptyState>
      ) : null}
      <ul className={list} aria-label="Providers found">
        {providers.map((provider) => (
          <li key={provider.ref} className={row}>
            <div>
              <Heading level={3} className={title}>
                {provider.name}
              </Heading>
              <Text block>{`${provider.ref}, ${providerStatusWords[provider.status].toLowerCase()}`}</Text>
            </div>
            <Text block>{provider.email}</Text>
            <div>{act(provider)}</div>
          </li>
        ))}
      </ul>
    </>
  );
};
