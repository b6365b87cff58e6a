import * as React from 'react';
import { AwayPanel } from '../../away/AwayPanel.tsx';
import { meAs, membership } from '../../forms/testing/samples.ts';
import { Heading } from '../../Heading.tsx';
import { PageHeading } from '../../PageHeading.tsx';
import { aPlace, away, bursar, deputy, standsInForHead, stoodInFor } from '../sample-delegations.ts';
import { type Answers, type Exhibit, waitingAndFailing } from './exhibit.tsx';

const at = {
  screen: (
    <>
      <PageHeading>Waiting for me</PageHeading>
      <Heading level={2}>When an approver is away</Heading>
      <AwayPanel />
    </>
  ),
  place: { at: 'waiting' as const },
};
const known: Answers = {
  getMe: () => meAs(membership()),
  listCallOffs: () => ({ callOffs: [] }),
  listDelegations: () => ({ places: [aPlace({ own: stoodInFor(away), standsInFor: standsInForHead })] }),
};
const nobody: Answers = { ...known, listDelegations: () => ({ places: [aPlace({ own: stoodInFor() })] }) };

/** Who decides for an approver who is away. */
export const awayExhibits: readonly Exhibit[] = [
  { name: 'away, stood in for', ...at, answers: known, shows: 'You decide for' },
  { name: 'away, ending it', ...at, answers: known, press: 'End it now', shows: 'End it now for you?' },
  { name: 'away, nobody named', ...at, answers: nobody, shows: 'You stand in for nobody.' },
  { name: 'away, naming somebody', ...at, answers: nobody, press: 'Name who decides for you', shows: 'Who decides for you?' },
  {
    name: 'away, of a contact at two schools',
    ...at,
    answers: {
      ...known,
      listDelegations: () => ({
        places: [
          aPlace({ others: [stoodInFor(away), stoodInFor({ approver: bursar, colleagues: [deputy] })] }),
          aPlace({ buyer: { ref: 'B-0002', name: 'Hill College' } }),
        ],
      }),
    },
    press: 'Ada Bursar',
    shows: 'Name who decides for Ada Bursar',
  },
  { name: 'away, no school yet', ...at, answers: { ...known, listDelegations: () => ({ places: [] }) }, shows: 'Ask for access' },
  ...waitingAndFailing({ name: 'away', ...at, answers: known }, 'listDelegations', 'Loading who decides for whom'),
];
