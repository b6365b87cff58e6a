import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { OwnSheetReply } from '../../../contract/evaluation.ts';
import { Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Notice } from '../../states/Notice.tsx';
import { ActForm } from '../ActForm.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useEvaluation, useEvaluationClient } from '../use-evaluation.tsx';
import { sheetStatusWords } from './evaluation-words.tsx';
import { OwnMarks } from './OwnMarks.tsx';
import { ScoreForm } from './ScoreForm.tsx';

/** One application as one evaluator scores it: first the interest, then the answers; never a price, never another's marks. */
export const OwnSheetPage: React.FC<{ readonly sheetRef: string }> = ({ sheetRef }) => {
  const found = useEvaluation('getOwnSheet', { params: { ref: sheetRef } });
  const command = useCommand('getOwnSheet', 'listOwnSheets');
  return (
    <Loaded reads={[found] as const} what="your score sheet" failed="Your score sheet could not be loaded" page="Score sheet">
      {(sheet) => (
        <Page
          title={`Scores for ${sheet.providerName}`}
          above={[{ to: { at: 'sheets' }, name: 'Applications to score' }]}
          told={command.told}
        >
          <Facts
            facts={[
              { label: 'Lot', value: sheet.lotKey },
              { label: 'Round', value: sheet.roundRef },
              { label: 'State', value: sheetStatusWords[sheet.status] },
            ]}
          />
          <Sheet sheet={sheet} command={command} />
        </Page>
      )}
    </Loaded>
  );
};

interface Props {
  readonly sheet: OwnSheetReply;
  readonly command: Command;
}

const Sheet: React.FC<Props> = ({ sheet, command }) => {
  switch (sheet.status) {
    case 'assigned':
      return <Declare sheet={sheet} command={command} />;
    case 'cleared':
      return <Score sheet={sheet} command={command} />;
    case 'submitted':
      return (
        <>
          <Notice intent="success" title="Submitted">
            Your scores are locked. They are opened to the panel when everybody has submitted.
          </Notice>
          <OwnMarks questions={sheet.questions} marks={sheet.marks} />
        </>
      );
    default:
      return (
        <Notice title={sheetStatusWords[sheet.status]}>
          {sheet.status === 'conflicted'
            ? `You do not score this application: ${sheet.interest?.statement ?? 'you have an interest in it'}. The lead of the panel knows.`
            : 'The lead of the panel took you off this application.'}
        </Notice>
      );
  }
};

const interest = [
  { value: 'no', label: 'No, I have no interest in this applicant' },
  { value: 'yes', label: 'Yes, I have an interest, or others could think so' },
] as const;

const useDeclare = ({ sheet: { ref } }: Pick<Props, 'sheet'>) => {
  const client = useEvaluationClient();
  return async (conflict: boolean, statement: { readonly statement?: string }, key: string): Promise<string> => {
    await client.declareInterest({ params: { ref }, body: { conflict, ...statement }, key });
    return conflict ? 'The lead of the panel is told. You do not score this application.' : 'You can score this application now.';
  };
};

const Declare: React.FC<Props> = ({ sheet, command }) => {
  const declare = useDeclare({ sheet });
  return (
    <section aria-label="Conflict of interest">
      <Heading level={2}>Conflict of interest</Heading>
      <ActForm
        title="Declare"
        about={`Before you see what ${sheet.providerName} answered: do you, or does somebody close to you, work for it, own a part of it, or gain or lose by this award?`}
        questions={[
          {
            as: 'choice',
            name: 'conflict',
            label: 'Do you have an interest?',
            missing: 'Choose whether you have an interest',
            options: interest,
          },
          {
            as: 'paragraph',
            name: 'statement',
            label: 'What is the interest?',
            hint: 'Needed where you have one. The lead of the panel reads it',
          },
        ]}
        command={command}
        onSend={(given, key) => declare(given.text('conflict') === 'yes', given.maybe('statement'), key)}
        onClose={() => undefined}
        closable={false}
      />
    </section>
  );
};

const Score: React.FC<Props> = ({ sheet, command }) => {
  const client = useEvaluationClient();
  const declare = useDeclare({ sheet });
  const params = { ref: sheet.ref };
  return (
    <>
      <Text block>
        Score what was answered, by what each score means, and say why. Nobody else sees your scores before everybody has submitted, and no
        price is shown.
      </Text>
      <Acts
        command={command}
        acts={[
          {
            title: 'Declare an interest that shows now',
            questions: [{ as: 'paragraph', name: 'statement', label: 'What is the interest?', missing: 'Enter what the interest is' }],
            sure: 'You do not score this application any more, and your scores of it do not count.',
            onSend: (given, key) => declare(true, given.maybe('statement'), key),
          },
        ]}
      />
      <ScoreForm
        title="Answers"
        questions={sheet.questions}
        kept={sheet.marks}
        command={command}
        onSave={async (marks, key) => {
          if (Object.keys(marks).length > 0) await client.saveScores({ params, body: { marks }, key });
          return 'Your scores are saved. You can go on later.';
        }}
        onAll={async (marks, key) => {
          if (Object.keys(marks).length > 0) await client.saveScores({ params, body: { marks }, key: `${key.slice(0, -4)}save` });
          await client.submitScores({ params, key });
          return 'Your scores are submitted.';
        }}
        allLabel="Submit the scores"
        sure="They are locked: you cannot change them any more. They are opened to the panel when everybody has submitted."
      />
    </>
  );
};
