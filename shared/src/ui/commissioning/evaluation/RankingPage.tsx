import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { RankingReply } from '../../../contract/evaluation.ts';
import { Loaded } from '../../states/Loaded.tsx';
import { Notice } from '../../states/Notice.tsx';
import { useApi } from '../../use-api.tsx';
import { Acts } from '../Acts.tsx';
import { ProposeAward } from '../awards/ProposeAward.tsx';
import { Page } from '../Page.tsx';
import { areaRolesOf } from '../roles.tsx';
import { Table } from '../Table.tsx';
import { useCommand } from '../use-command.tsx';
import { useEvaluation, useEvaluationClient } from '../use-evaluation.tsx';

type Line = RankingReply['lines'][number];

/** The ranking of a lot with every sum that made it, so that anybody can do it again by hand. */
export const RankingPage: React.FC<{ readonly roundRef: string; readonly lotKey: string }> = ({ roundRef, lotKey }) => {
  const params = { roundRef, lotKey };
  const me = useApi('getMe', {});
  const found = useEvaluation('getRanking', { params });
  const client = useEvaluationClient();
  const command = useCommand('getRanking', 'getEvaluation', 'listAwards');
  return (
    <Page
      title={`Ranking of lot ${lotKey}`}
      above={[{ to: { at: 'evaluation', roundRef }, name: `Evaluation of ${roundRef}` }]}
      told={command.told}
    >
      <Loaded reads={[me, found] as const} what="the ranking" failed="The ranking could not be loaded">
        {(person, { status, criteria, lines }) => (
          <>
            {status === 'set-aside' ? <Notice title="This ranking was set aside">No award rests on it.</Notice> : null}
            <Text block>{criteria}</Text>
            <Table
              caption="By place, with the sums"
              columns={[
                { name: 'Applicant', of: ({ providerName, recommended }: Line) => `${providerName}${recommended ? ' (recommended)' : ''}` },
                { name: 'Result', of: ({ sentence }) => sentence },
                { name: 'Quality', of: ({ quality }) => quality },
                { name: 'Price', of: ({ price }) => price ?? '' },
                { name: 'Total', of: ({ total }) => total ?? '' },
              ]}
              rows={lines}
              keyOf={({ lotApplicationRef }) => lotApplicationRef}
            />
            {status === 'recorded' && areaRolesOf(person).includes('commissioner') ? (
              <>
                {lines
                  .filter(({ mayPropose }) => mayPropose.length > 0)
                  .map((line) => (
                    <ProposeAward key={line.lotApplicationRef} lotKey={lotKey} line={line} command={command} />
                  ))}
                <Acts
                  command={command}
                  acts={[
                    {
                      title: 'Set the ranking aside',
                      about: 'While no award rests on it.',
                      questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why it is set aside' }],
                      sure: 'The applications can be moderated again.',
                      onSend: async (given, key) => {
                        await client.setRankingAside({ params, body: { reason: given.text('reason') }, key });
                        return 'The ranking is set aside.';
                      },
                    },
                  ]}
                />
              </>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
};
