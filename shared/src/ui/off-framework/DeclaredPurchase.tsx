import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { type listOffFramework, type OffFrameworkReply, offFrameworkApi } from '../../contract/off-framework.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { lotWords, periodWords, reasonWords } from '../../domain/off-framework/declared-purchase.ts';
import { longestBecause } from '../../domain/off-framework/off-framework-limits.ts';
import { type Fact, Facts } from '../call-offs/Facts.tsx';
import { type Act, Acts } from '../commissioning/Acts.tsx';
import type { Command } from '../commissioning/use-command.tsx';
import { useOperations } from '../commissioning/use-operations.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { Heading } from '../Heading.tsx';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { PurchaseForm } from './PurchaseForm.tsx';
import { answersOf } from './typed-purchase.ts';

const useStyles = makeStyles({
  item: { display: 'grid', gap: tokens.spacingVerticalS, minWidth: 0 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

const factsOf = (purchase: OffFrameworkReply): readonly Fact[] => {
  const { ref, status, buyerName, providerName, net, withdrawnBecause } = purchase;
  return [
    { label: 'Declaration', value: status === 'withdrawn' ? `${ref}, withdrawn: ${withdrawnBecause ?? ''}` : ref },
    { label: 'School or department', value: buyerName },
    { label: 'Provider', value: providerName },
    { label: 'Lot', value: lotWords(purchase) },
    { label: 'Months', value: periodWords(purchase) },
    { label: 'In all, without VAT', value: formatMoney(net) },
    { label: 'Why', value: reasonWords(purchase) },
  ];
};

interface Props {
  readonly purchase: OffFrameworkReply;
  readonly around: ReplyOf<typeof listOffFramework>;
  readonly command: Command;
}

/** One declaration, with what its school can do about it and what it said before. */
export const DeclaredPurchase: React.FC<Props> = ({ purchase, around, command }) => {
  const { ref, version: seen, bought, may, history } = purchase;
  const client = useOperations(offFrameworkApi);
  const styles = useStyles();
  const [correcting, setCorrecting] = React.useState(false);
  const withdraw: Act = {
    title: 'Withdraw',
    about: 'It counts no more. What it said stays in its history.',
    questions: [
      { as: 'paragraph', name: 'reason', label: 'Why is it withdrawn?', missing: 'Enter why it is withdrawn', limit: longestBecause },
    ],
    onSend: async (given, key) => {
      await client.actOnOffFramework({ params: { ref }, body: { kind: 'withdraw-purchase', seen, reason: given.text('reason') }, key });
      return 'The declaration is withdrawn.';
    },
  };
  return (
    <li className={styles.item}>
      <Heading level={2}>{bought}</Heading>
      <Facts facts={factsOf(purchase)} />
      {correcting ? (
        <PurchaseForm
          title="Save the correction"
          before={answersOf(purchase)}
          around={around}
          forAny={false}
          command={command}
          onSend={async (_buyer, corrected, key) => {
            await client.actOnOffFramework({ params: { ref }, body: { kind: 'correct-purchase', seen, purchase: corrected }, key });
            return 'The declaration was corrected.';
          }}
          onClose={() => setCorrecting(false)}
        />
      ) : (
        <div className={styles.acts}>
          {may.includes('correct-purchase') ? (
            <Button size="small" onClick={() => setCorrecting(true)}>
              Correct<span style={hiddenFromSight}> {bought}</span>
            </Button>
          ) : null}
          {may.includes('withdraw-purchase') ? <Acts acts={[withdraw]} command={command} of={bought} /> : null}
        </div>
      )}
      <Disclosure title={`History of ${ref}`} openAtFirst={false}>
        <ul>
          {[...history].reverse().map(({ at, by, what, comment }) => (
            <li key={`${at} ${what}`}>
              {formatInstant(at)}, {by}: {comment === undefined ? what : `${what} (${comment})`}
            </li>
          ))}
        </ul>
      </Disclosure>
    </li>
  );
};
