import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ProviderFound } from '../../../contract/providers.ts';
import { formatDate, toLondonDate } from '../../../domain/days/local-date.ts';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { Heading } from '../../Heading.tsx';
import { hiddenFromSight } from '../../hidden-from-sight.tsx';
import { ProviderSearch } from '../ProviderSearch.tsx';
import { ToldLine } from '../ToldLine.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** Mails a provider the link by which it proposes changes. */
export const SendLink: React.FC = () => {
  const client = useCommissioningClient();
  const { busy, told, send } = useCommand();
  const { section } = useStyles();
  const opener = React.useRef<HTMLElement | null>(null);
  const [chosen, setChosen] = React.useState<ProviderFound>();
  const mail = ({ ref }: ProviderFound): void => {
    setChosen(undefined);
    send({ link: ref }, async () => {
      const { providerName, sentTo, expiresAt } = await client.sendProviderLink({ params: { providerRef: ref } });
      return `The link for ${providerName} was mailed to ${sentTo}. It can be used once, until ${formatDate(toLondonDate(expiresAt))}.`;
    });
  };
  return (
    <section className={section} aria-label="Send a provider its link">
      <Heading level={2}>Send a provider its link</Heading>
      <Text block>
        The provider checks its entry without an account, and proposes changes. Nothing is shown before somebody here accepts it.
      </Text>
      <ProviderSearch
        act={(provider) =>
          provider.status === 'removed' ? (
            <Text>It is off the framework: there is no entry to change.</Text>
          ) : (
            <Button
              size="small"
              onClick={(event) => {
                opener.current = event.currentTarget;
                setChosen(provider);
              }}
            >
              Send link<span style={hiddenFromSight}> to {provider.name}</span>
            </Button>
          )
        }
      />
      {busy ? <Text role="status">Sending</Text> : null}
      <ToldLine told={told} />
      <ConfirmDialog
        open={chosen !== undefined}
        title={`Mail ${chosen?.name ?? ''} its link?`}
        confirmLabel="Send the link"
        cancelLabel="Go back"
        onConfirm={() => chosen && mail(chosen)}
        onCancel={() => setChosen(undefined)}
        opener={opener}
      >
        {`It goes to ${chosen?.email ?? ''}, the address in the register. A link that was sent before opens nothing any more.`}
      </ConfirmDialog>
    </section>
  );
};
