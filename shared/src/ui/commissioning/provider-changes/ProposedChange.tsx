import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ProviderChangeReply } from '../../../contract/provider-changes.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import type { ProfileField } from '../../../domain/provider-changes/provider-change.ts';
import { ConfirmDialog } from '../../forms/ConfirmDialog.tsx';
import { Heading } from '../../Heading.tsx';
import { hiddenFromSight } from '../../hidden-from-sight.tsx';
import { useOpener } from '../../use-opener.tsx';
import { vatWords } from '../../words.tsx';
import { Table } from '../Table.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';
import { RefuseForm } from './RefuseForm.tsx';

const useStyles = makeStyles({
  change: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalL} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const fieldNames: Readonly<Record<ProfileField, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  website: 'Website',
  summary: 'What it offers',
};

interface Edit {
  readonly what: string;
  readonly now: string;
  readonly proposed: string;
}

const editsOf = ({ profile, places, vat = [] }: ProviderChangeReply): readonly Edit[] => [
  ...profile.map(({ field, before, after }) => ({ what: fieldNames[field], now: before || 'None', proposed: after || 'None' })),
  ...places.map(({ serviceName, before, after, asAt }) => ({
    what: `Places free: ${serviceName}`,
    now: before === undefined ? 'Not told' : `${before}`,
    proposed: `${after} as at ${formatDate(asAt, 'short')}`,
  })),
  ...vat.map(({ serviceName, before, after, evidence, note }) => ({
    what: `VAT: ${serviceName}`,
    now: before === undefined ? 'As the provider states of itself' : vatWords[before],
    proposed: [vatWords[after], evidence && `Shown by: ${evidence}`, note].filter(Boolean).join('. '),
  })),
];

interface Props {
  readonly change: ProviderChangeReply;
  readonly command: Command;
}

/** One proposed change: what is, what it is to be, who sent it, and the decision. */
export const ProposedChange: React.FC<Props> = ({ change, command: { busy, send } }) => {
  const client = useCommissioningClient();
  const styles = useStyles();
  const opener = useOpener();
  const [asking, setAsking] = React.useState<'accept' | 'refuse'>();
  const { ref, providerName } = change;
  const accept = (): void => {
    setAsking(undefined);
    send({ ref, verdict: 'accept' }, async (key) => {
      await client.decideProviderChange({ params: { ref }, body: { verdict: 'accept' }, key });
      return `The entry of ${providerName} is being changed. The provider is told by mail.`;
    });
  };
  return (
    <article className={styles.change} aria-label={providerName}>
      <Heading level={3}>{providerName}</Heading>
      <Text block>
        {`Sent by ${change.proposedBy}, on ${formatInstant(change.proposedAt)}. Whoever has the link in the provider's mail can send it: their name is not checked. Reference ${ref}.`}
      </Text>
      <Table
        caption="What would change"
        columns={[
          { name: 'Entry', of: ({ what }: Edit) => what },
          { name: 'Now', of: ({ now }) => now },
          { name: 'Proposed', of: ({ proposed }) => proposed },
        ]}
        rows={editsOf(change)}
        keyOf={({ what }) => what}
      />
      {asking === 'refuse' ? (
        <RefuseForm change={change} send={send} onDone={() => setAsking(undefined)} />
      ) : (
        <div className={styles.acts}>
          <Button ref={opener} appearance="primary" onClick={() => setAsking('accept')}>
            Accept<span style={hiddenFromSight}> the change of {providerName}</span>
          </Button>
          <Button onClick={() => setAsking('refuse')}>
            Refuse<span style={hiddenFromSight}> the change of {providerName}</span>
          </Button>
          {busy ? <Text role="status">Sending</Text> : null}
        </div>
      )}
      <ConfirmDialog
        open={asking === 'accept'}
        title={`Change the entry of ${providerName}?`}
        confirmLabel="Accept the change"
        cancelLabel="Go back"
        onConfirm={accept}
        onCancel={() => setAsking(undefined)}
        opener={opener}
      >
        Schools see it in the directory as soon as it is written. If somebody changed the same entry in the list meanwhile, nothing is
        written and you are told.
      </ConfirmDialog>
    </article>
  );
};
