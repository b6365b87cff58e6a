import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { getEvaluation, JudgedQuestion, LotApplicationReply } from '../../../contract/evaluation.ts';
import { formatMoney } from '../../../domain/money/money.ts';
import type { CouncilRole } from '../../../domain/people/membership.ts';
import { Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { useApi } from '../../use-api.tsx';
import { type Act, Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { areaRolesOf } from '../roles.tsx';
import { Table } from '../Table.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useEvaluation, useEvaluationClient } from '../use-evaluation.tsx';
import { lotApplicationWords, sheetStatusWords } from './evaluation-words.tsx';
import { markWords, OwnMarks } from './OwnMarks.tsx';
import { ScoreForm } from './ScoreForm.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

type Sheet = LotApplicationReply['sheets'][number];

/** An application for a lot as the lead of the panel sees it: who scores it, what they gave once all are in, and what the panel agreed. */
export const LotApplicationPage: React.FC<{ readonly applicationRef: string }> = ({ applicationRef }) => {
  const me = useApi('getMe', {});
  const found = useEvaluation('getLotApplication', { params: { ref: applicationRef } });
  const round = found.data?.roundRef;
  const evaluation = useEvaluation('getEvaluation', round === undefined ? undefined : { params: { roundRef: round } });
  const command = useCommand('getLotApplication', 'getEvaluation');
  const { section } = useStyles();
  return (
    <Loaded reads={[me, found, evaluation] as const} what="the application" failed="The application could not be loaded" page="Application">
      {(person, application, { mayEvaluate }) => (
        <Page
          title={`${application.providerName}, lot ${application.lotKey}`}
          above={[{ to: { at: 'evaluation', roundRef: application.roundRef }, name: `Evaluation of ${application.roundRef}` }]}
          told={command.told}
        >
          <Facts facts={factsOf(application)} />
          <section className={section} aria-label="Evaluators">
            <Heading level={2}>Evaluators</Heading>
            <Evaluators application={application} />
            <PanelActs application={application} mayEvaluate={mayEvaluate} roles={areaRolesOf(person)} command={command} />
          </section>
          {application.areScoresIn ? <Scores application={application} /> : null}
          <Agreed application={application} roles={areaRolesOf(person)} command={command} />
        </Page>
      )}
    </Loaded>
  );
};

const factsOf = ({ status, price, failedBy }: LotApplicationReply) => [
  { label: 'State', value: lotApplicationWords[status] },
  { label: 'Price', value: price === undefined ? 'Shown after moderation, so that it sways nobody' : formatMoney(price) },
  ...(failedBy.length === 0 ? [] : [{ label: 'Failed by itself in', value: failedBy.join(', ') }]),
];

const Evaluators: React.FC<{ readonly application: LotApplicationReply }> = ({ application: { sheets } }) =>
  sheets.length === 0 ? (
    <Text block>Nobody scores it yet. At least two are needed.</Text>
  ) : (
    <Table
      caption="Who scores it"
      columns={[
        { name: 'Evaluator', of: ({ evaluator }: Sheet) => evaluator },
        { name: 'State', of: ({ status }) => sheetStatusWords[status] },
        { name: 'Interest', of: ({ conflict }) => conflict ?? '' },
      ]}
      rows={sheets}
      keyOf={({ ref }) => ref}
    />
  );

/** What each gave, side by side. Sealed until all are in: then the reply has the marks. */
const Scores: React.FC<{ readonly application: LotApplicationReply }> = ({ application: { questions, sheets } }) => (
  <section aria-label="Scores">
    <Heading level={2}>Scores</Heading>
    <Table
      caption="What each evaluator gave, and why"
      columns={[
        { name: 'Question', of: ({ text }: JudgedQuestion) => text },
        ...sheets.flatMap(({ evaluator, marks }) =>
          marks === undefined
            ? []
            : [{ name: evaluator, of: ({ key }: JudgedQuestion) => `${markWords(marks[key])}. ${marks[key]?.comment ?? ''}` }],
        ),
      ]}
      rows={questions}
      keyOf={({ key }) => key}
    />
  </section>
);

interface PanelProps {
  readonly application: LotApplicationReply;
  readonly roles: readonly CouncilRole[];
  readonly command: Command;
}

const Agreed: React.FC<PanelProps> = ({ application, roles, command }) => {
  const client = useEvaluationClient();
  const { ref, areScoresIn, agreed, questions, status } = application;
  if (agreed)
    return (
      <section aria-label="Agreed">
        <Heading level={2}>What the panel agreed</Heading>
        <OwnMarks caption="Marks of the panel" questions={questions} marks={agreed} />
      </section>
    );
  if (!areScoresIn || status !== 'in-evaluation') return null;
  if (!roles.includes('evaluation-lead')) return <Text block>The lead of the panel records what it agrees on.</Text>;
  return (
    <section aria-label="Moderation">
      <ScoreForm
        title="Moderation"
        questions={questions}
        kept={{}}
        command={command}
        allLabel="Record what the panel agreed"
        sure="The ranking rests on it. The price is shown from now on."
        onAll={async (marks, key) => {
          await client.moderateLot({ params: { ref }, body: { marks }, key });
          return 'What the panel agreed is recorded.';
        }}
      />
    </section>
  );
};

type MayEvaluate = ReplyOf<typeof getEvaluation>['mayEvaluate'];

const PanelActs: React.FC<PanelProps & { readonly mayEvaluate: MayEvaluate }> = ({ application, mayEvaluate, roles, command }) => {
  const client = useEvaluationClient();
  const { ref, sheets, status, providerName } = application;
  if (status !== 'in-evaluation') return null;
  const standing = sheets.filter((sheet) => sheet.status !== 'stood-down' && sheet.status !== 'submitted');
  const assign: Act = {
    title: 'Give it to an evaluator',
    questions: [
      {
        as: 'choice',
        name: 'objectId',
        label: 'To whom?',
        missing: 'Choose an evaluator',
        options: mayEvaluate.map(({ objectId, name }) => ({ value: objectId, label: name })),
      },
    ],
    onSend: async (given, key) => {
      const objectId = given.text('objectId');
      const person = mayEvaluate.find((each) => each.objectId === objectId);
      await client.assignEvaluator({ params: { ref }, body: { tenantId: person?.tenantId ?? '', objectId }, key });
      return `${person?.name ?? 'The evaluator'} can declare an interest and score it now.`;
    },
  };
  const standDown: Act = {
    title: 'Take an evaluator off',
    about: 'What they thought is not kept.',
    questions: [
      {
        as: 'choice',
        name: 'sheet',
        label: 'Whom?',
        missing: 'Choose an evaluator',
        options: standing.map((sheet) => ({ value: sheet.ref, label: sheet.evaluator })),
      },
      { as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter why' },
    ],
    onSend: async (given, key) => {
      await client.standDownEvaluator({ params: { ref: given.text('sheet') }, body: { reason: given.text('reason') }, key });
      return 'They do not score it any more.';
    },
  };
  const withdraw: Act = {
    title: 'Record a withdrawal',
    about: `${providerName} withdraws from this lot.`,
    questions: [{ as: 'paragraph', name: 'reason', label: 'Why?', missing: 'Enter what the applicant says' }],
    sure: 'It is not ranked.',
    onSend: async (given, key) => {
      await client.withdrawLot({ params: { ref }, body: { reason: given.text('reason') }, key });
      return 'The withdrawal is recorded.';
    },
  };
  const acts = [assign, ...(standing.length > 0 ? [standDown] : []), ...(roles.includes('commissioner') ? [withdraw] : [])];
  return <Acts acts={acts} command={command} />;
};
