import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ConcernReply } from '../../../contract/concerns.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import { categoryWords, severityWords, statusWords } from '../../../domain/quality/concern-words.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { concernActs, outcomeWords } from './concern-acts.tsx';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-line' },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** One concern in full, and what can be done about it. */
export const ConcernPage: React.FC<{ readonly concernRef: string }> = ({ concernRef }) => {
  const found = useCommissioning('getConcern', { params: { ref: concernRef } });
  const client = useCommissioningClient();
  const command = useCommand('getConcern', 'listConcerns', 'listHeldProviders', 'getPassport');
  const styles = useStyles();
  return (
    <Loaded reads={[found] as const} what="the concern" failed="The concern could not be loaded" page="Concern">
      {(concern) => (
        <Page title={`Concern about ${concern.providerName}`} above={[{ to: { at: 'concerns' }, name: 'Concerns' }]} told={command.told}>
          <Facts facts={factsOf(concern)} />
          <section aria-label="What was reported">
            <Heading level={2}>What was reported</Heading>
            <Text block className={styles.text}>
              {concern.text}
            </Text>
          </section>
          <Others concern={concern} />
          <section className={styles.section} aria-label="What to do">
            <Heading level={2}>What to do</Heading>
            {concern.may.length === 0 ? <Text block>Nothing more is to be done about it.</Text> : null}
            <Acts acts={concernActs(concern, client)} command={command} />
            <PlaceLink to={commissioningPlace({ at: 'passport', providerRef: concern.providerRef })}>
              {`Passport of ${concern.providerName}`}
            </PlaceLink>
          </section>
          <section aria-label="History">
            <Heading level={2}>History</Heading>
            <Table
              caption="What was done, newest first"
              columns={[
                { name: 'When', as: 'short', of: ({ at }: ConcernReply['history'][number]) => formatInstant(at) },
                { name: 'What', of: ({ what }) => what },
                { name: 'By', of: ({ by }) => by },
              ]}
              rows={[...concern.history].reverse()}
              keyOf={({ at, what }) => `${at} ${what}`}
            />
          </section>
        </Page>
      )}
    </Loaded>
  );
};

const Others: React.FC<{ readonly concern: ConcernReply }> = ({ concern: { leadRef, joined } }) => {
  const refs = leadRef === undefined ? joined : [leadRef, ...joined];
  if (refs.length === 0) return null;
  return (
    <section aria-label="Looked into together">
      <Heading level={2}>Looked into together</Heading>
      <Text block>
        {leadRef === undefined
          ? 'Later concerns about this provider are looked into with this one, and close with it.'
          : 'This concern is looked into with an earlier one about the same provider, and closes with it.'}
      </Text>
      <ul>
        {refs.map((ref) => (
          <li key={ref}>
            <PlaceLink to={commissioningPlace({ at: 'concern', ref })}>{ref}</PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
};

const lineWords = { '999': '999', mash: 'the safeguarding hub', lado: 'the designated officer (LADO)' } as const;

const fact = (label: string, value: string | undefined): readonly Fact[] => (value === undefined ? [] : [{ label, value }]);

const factsOf = (concern: ConcernReply): readonly Fact[] => [
  { label: 'Reference', value: concern.ref },
  { label: 'About', value: categoryWords[concern.category] },
  { label: 'How urgent', value: severityWords[concern.severity] },
  { label: 'State', value: statusWords[concern.status] },
  { label: 'Reported', value: `${formatInstant(concern.reportedAt)}, by ${concern.reportedBy}` },
  {
    label: 'Rung first',
    value: concern.rung.length === 0 ? 'Nobody, the reporter says' : concern.rung.map((line) => lineWords[line]).join(', '),
  },
  {
    label: 'New orders',
    value: concern.ordersPaused ? `Paused${concern.pausedBy === undefined ? '' : ` by ${concern.pausedBy}`}` : 'Not paused',
  },
  {
    label: 'Referral to the LADO',
    value: concern.ladoReferral
      ? `${formatDate(concern.ladoReferral.on)}, recorded by ${concern.ladoReferral.recordedBy}${concern.ladoReferral.reference === undefined ? '' : `, their reference ${concern.ladoReferral.reference}`}`
      : 'Not recorded',
  },
  ...fact('Looked into by', concern.enquiryBy),
  ...fact(
    'Outcome',
    concern.outcome && `${outcomeWords[concern.outcome]}${concern.closedBy === undefined ? '' : `, closed by ${concern.closedBy}`}`,
  ),
  ...fact('What was found', concern.outcomeText),
];
