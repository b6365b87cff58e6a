import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { NextProvidersReply } from '../../contract/next-offers.ts';
import { bothTotals } from '../../domain/money/both-totals.ts';
import { Heading } from '../Heading.tsx';

type Asked = NextProvidersReply['asked'][number];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
});

const answers: Readonly<Record<Asked['answer'], string>> = {
  declined: 'It declined',
  lapsed: 'It gave no answer in time',
  waiting: 'It has not answered yet',
  accepted: 'It accepted',
};

/** Every provider that was asked, in order, with its answer and why the next one was. */
export const AskedList = ({ asked }: { readonly asked: readonly Asked[] }): React.ReactElement => (
  <div>
    <Heading level={3}>Who was asked</Heading>
    <ol className={useStyles().list}>
      {asked.map(({ number, providerName, serviceName, net, gross, why, answer, declined, passedOn }) => (
        <li key={number}>
          <Text block weight="semibold">{`${providerName}, ${serviceName}: ${bothTotals({ net, gross })}, order ${number}`}</Text>
          <Text block>{`Chosen because: ${why}`}</Text>
          <Text block>{`${answers[answer]}${declined === undefined ? '' : `: ${declined}`}`}</Text>
          {passedOn === undefined ? null : <Text block>{`Why the next one was asked: ${passedOn}`}</Text>}
        </li>
      ))}
    </ol>
  </div>
);
