import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { getEvaluation } from '../../../contract/evaluation.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { useApi } from '../../use-api.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { areaRolesOf } from '../roles.tsx';
import { Table } from '../Table.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useEvaluation, useEvaluationClient } from '../use-evaluation.tsx';
import { lotApplicationWords, sheetStatusWords } from './evaluation-words.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

type Evaluation = ReplyOf<typeof getEvaluation>;
type Lot = Evaluation['lots'][number];

/** How far the evaluation of a round is, lot by lot. */
export const EvaluationPage: React.FC<{ readonly roundRef: string }> = ({ roundRef }) => {
  const found = useEvaluation('getEvaluation', { params: { roundRef } });
  const command = useCommand('getEvaluation', 'getRanking', 'listEvaluations');
  const me = useApi('getMe', {});
  const leads = me.data !== undefined && areaRolesOf(me.data).includes('evaluation-lead');
  return (
    <Page title={`Evaluation of ${roundRef}`} above={leads ? [{ to: { at: 'evaluations' }, name: 'Evaluation' }] : []} told={command.told}>
      <Loaded reads={[found] as const} what="the evaluation" failed="The evaluation could not be loaded">
        {({ lots }) =>
          lots.length === 0 ? (
            <EmptyState title="There is nothing to evaluate yet">Applications are opened when the round has closed.</EmptyState>
          ) : (
            <div>
              {lots.map((lot) => (
                <LotPart key={lot.lotKey} roundRef={roundRef} lot={lot} command={command} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
};

const LotPart: React.FC<{ readonly roundRef: string; readonly lot: Lot; readonly command: Command }> = ({ roundRef, lot, command }) => {
  const client = useEvaluationClient();
  const { section } = useStyles();
  const { lotKey, criteria, ranking, applications } = lot;
  return (
    <section className={section} aria-label={`Lot ${lotKey}`}>
      <Heading level={2}>{`Lot ${lotKey}`}</Heading>
      <Text block>{criteria}</Text>
      <Table
        caption="Applications, and how far their evaluators are. Scores are sealed until all are in."
        columns={[
          {
            name: 'Applicant',
            of: ({ ref, providerName }: Lot['applications'][number]) => (
              <PlaceLink to={commissioningPlace({ at: 'lot-application', ref })}>{providerName}</PlaceLink>
            ),
          },
          { name: 'State', of: ({ status }) => lotApplicationWords[status] },
          {
            name: 'Evaluators',
            of: ({ evaluators }) =>
              evaluators.length === 0
                ? 'None yet: at least two are needed'
                : evaluators.map(({ name, status }) => `${name}: ${sheetStatusWords[status].toLowerCase()}`).join('; '),
          },
          { name: 'Scores', as: 'short', of: ({ areScoresIn }) => (areScoresIn ? 'All in' : 'Sealed') },
        ]}
        rows={applications}
        keyOf={({ ref }) => ref}
      />
      {ranking === 'recorded' ? (
        <PlaceLink to={commissioningPlace({ at: 'ranking', roundRef, lotKey })}>{`Ranking of lot ${lotKey}`}</PlaceLink>
      ) : (
        <Acts
          command={command}
          of={`lot ${lotKey}`}
          acts={[
            {
              title: 'Record the ranking',
              about: 'Once every application for the lot is moderated or withdrawn.',
              questions: [],
              onSend: async (_given, key) => {
                await client.recordRanking({ params: { roundRef, lotKey }, key });
                return `The ranking of lot ${lotKey} is recorded.`;
              },
            },
          ]}
        />
      )}
    </section>
  );
};
