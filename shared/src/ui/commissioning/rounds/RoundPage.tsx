import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { RoundReply } from '../../../contract/rounds.ts';
import { formatInstant } from '../../../domain/days/local-date.ts';
import { Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { lotName, useLotNames } from './lot-names.tsx';
import { RoundContents } from './RoundContents.tsx';
import { clarificationActs, roundActs } from './round-acts.tsx';
import { clarificationWords, countsWords, roundStatusWords } from './round-words.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  question: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { whiteSpace: 'pre-line' },
});

/** One round: when it opens and closes, how many apply, what they are asked, and what they ask. */
export const RoundPage: React.FC<{ readonly roundRef: string }> = ({ roundRef }) => {
  const found = useCommissioning('getRound', { params: { ref: roundRef } });
  const client = useCommissioningClient();
  const command = useCommand('getRound', 'listRounds');
  const named = useLotNames(found.data?.frameworkRef ?? '');
  const { section } = useStyles();
  return (
    <Loaded reads={[found] as const} what="the round" failed="The round could not be loaded" page="Round">
      {(round) => (
        <Page
          title={`${round.frameworkName}: round ${round.ref}`}
          above={[{ to: { at: 'rounds' }, name: 'Applications' }]}
          told={command.told}
        >
          <Facts
            facts={[
              { label: 'State', value: roundStatusWords[round.status] },
              { label: 'Lots', value: round.lotKeys.map((key) => lotName(key, named)).join('\n') },
              { label: 'Opens', value: formatInstant(round.opensAt) },
              { label: 'Questions until', value: formatInstant(round.clarificationsCloseAt) },
              { label: 'Closes', value: formatInstant(round.closesAt) },
              { label: 'Applications', value: countsWords(round.applications) },
            ]}
          />
          <Acts acts={roundActs(round, client)} command={command} />
          {round.status === 'draft' ? (
            <PlaceLink to={commissioningPlace({ at: 'round-change', ref: round.ref })}>Change this round</PlaceLink>
          ) : null}
          {round.status === 'closed' ? (
            <PlaceLink to={commissioningPlace({ at: 'evaluation', roundRef: round.ref })}>Evaluation of this round</PlaceLink>
          ) : (
            <Text block>What applicants answer and offer is opened to nobody before the close.</Text>
          )}
          <RoundContents plan={round.plan} named={named} draft={round.status === 'draft'} />
          <section className={section} aria-label="Questions of applicants">
            <Heading level={2}>Questions of applicants</Heading>
            {round.clarifications.length === 0 ? <Text block>Nobody has asked anything.</Text> : null}
            {round.clarifications.map((clarification) => (
              <Clarification key={clarification.ref} clarification={clarification} command={command} />
            ))}
          </section>
        </Page>
      )}
    </Loaded>
  );
};

type Asked = RoundReply['clarifications'][number];

const Clarification: React.FC<{ readonly clarification: Asked; readonly command: Command }> = ({ clarification, command }) => {
  const client = useCommissioningClient();
  const { question, text } = useStyles();
  const { ref, status, askedBy, published } = clarification;
  return (
    <article className={question} aria-label={ref}>
      <Heading level={3}>{`${ref}: ${clarificationWords[status]}`}</Heading>
      <Text block>{`Asked by ${askedBy}. Who asked is told to nobody else.`}</Text>
      <Text block className={text}>
        {clarification.question}
      </Text>
      {published === undefined ? null : (
        <Facts
          facts={[
            { label: 'Published question', value: published.question },
            { label: 'Answer', value: published.answer },
            { label: 'Answered', value: formatInstant(published.answeredAt) },
          ]}
        />
      )}
      {status === 'asked' ? <Acts acts={clarificationActs(clarification, client)} command={command} of={ref} /> : null}
    </article>
  );
};
