import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { PassportReply } from '../../../contract/quality.ts';
import { formatDate, formatInstant } from '../../../domain/days/local-date.ts';
import type { QaStandard } from '../../../domain/quality/standard.ts';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Notice } from '../../states/Notice.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { ProviderVisits } from '../visits/ProviderVisits.tsx';
import { providerStatusWords } from '../words.tsx';
import { CheckUnderWay } from './CheckUnderWay.tsx';
import { Holds } from './Holds.tsx';
import { overdueWords, passportStateWords } from './quality-words.tsx';
import { SchoolsChecks } from './SchoolsChecks.tsx';
import { standingActs } from './standing-acts.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

type Line = PassportReply['lines'][number];

/** One provider's QA passport: where it stands, every standard, and the checks under way. */
export const PassportPage: React.FC<{ readonly providerRef: string }> = ({ providerRef }) => {
  const passport = useCommissioning('getPassport', { params: { providerRef } });
  const command = useCommand('getPassport', 'listHeldProviders', 'getQualityCalendar', 'listVisits');
  return (
    <Loaded reads={[passport] as const} what="the passport" failed="The passport could not be loaded" page="Passport">
      {(seen) => (
        <Page title={`Passport of ${seen.standing.providerName}`} above={[{ to: { at: 'quality' }, name: 'Quality' }]} told={command.told}>
          <Standing seen={seen} command={command} />
          <PlaceLink to={commissioningPlace({ at: 'price-books', providerRef })}>{`Prices of ${seen.standing.providerName}`}</PlaceLink>
          <Standards seen={seen} />
          <Checks seen={seen} command={command} />
          <ProviderVisits
            provider={{ ref: seen.standing.providerRef, name: seen.standing.providerName }}
            removed={seen.standing.status === 'removed'}
            command={command}
          />
          <SchoolsChecks providerRef={seen.standing.providerRef} />
          <History seen={seen} />
        </Page>
      )}
    </Loaded>
  );
};

interface PartProps {
  readonly seen: PassportReply;
  readonly command: Command;
}

const Standing: React.FC<PartProps> = ({ seen: { standing, current }, command }) => {
  const client = useCommissioningClient();
  const { section } = useStyles();
  const open = standing.holds.filter(({ lifted }) => lifted === undefined);
  return (
    <section className={section} aria-label="Where it stands">
      <Heading level={2}>Where it stands</Heading>
      <Notice
        intent={current ? 'success' : 'warning'}
        title={current ? 'Nothing keeps it from the directory' : 'It is not in the directory'}
      >
        {`${providerStatusWords[standing.status]}. ${standing.statusReason ?? ''}`}
      </Notice>
      {open.length === 0 ? null : <Holds holds={open} />}
      <Acts acts={standingActs(standing, client)} command={command} />
    </section>
  );
};

const titleWords = ({ code, title }: Line): string => (code === undefined ? title : `${code} ${title}`);
const standardWords = (line: Line): string => `${titleWords(line)}${line.mandatory ? ' (mandatory)' : ''}`;

const Standards: React.FC<Pick<PartProps, 'seen'>> = ({ seen: { lines } }) => (
  <section aria-label="Standards">
    <Heading level={2}>Standards</Heading>
    <Table
      caption="Who checked what, when, and until when it holds. Words that must be compared with their source again are marked."
      columns={[
        { name: 'Standard', of: standardWords },
        { name: 'State', as: 'short', of: ({ state }) => passportStateWords[state] },
        { name: 'Checked', as: 'short', of: ({ checkedOn }) => (checkedOn === undefined ? '' : formatDate(checkedOn, 'short')) },
        { name: 'By', of: ({ checkedBy }) => checkedBy ?? '' },
        { name: 'Holds until', as: 'short', of: ({ until }) => (until === undefined ? '' : formatDate(until, 'short')) },
        { name: 'Words', of: ({ rule }) => (rule?.overdue === undefined ? '' : overdueWords[rule.overdue]) },
      ]}
      rows={lines}
      keyOf={({ standard }) => standard}
    />
  </section>
);

const Checks: React.FC<PartProps> = ({ seen, command }) => {
  const client = useCommissioningClient();
  const { section } = useStyles();
  const { standing, lines, checks } = seen;
  const titleOf = (standard: QaStandard): string => {
    const line = lines.find((each) => each.standard === standard);
    return line ? titleWords(line) : standard;
  };
  const open = checks.filter(({ may }) => may.length > 0);
  return (
    <section className={section} aria-label="Checks">
      <Heading level={2}>Checks</Heading>
      {open.length === 0 ? <Text block>Nothing is to be done about a check of this provider.</Text> : null}
      {open.map((check) => (
        <CheckUnderWay key={check.ref} check={check} title={titleOf(check.standard)} command={command} />
      ))}
      <Acts
        command={command}
        acts={[
          {
            title: 'Plan a check',
            questions: [
              {
                as: 'choice',
                name: 'standard',
                label: 'Of which standard?',
                missing: 'Choose a standard',
                options: lines.map((line) => ({ value: line.standard, label: standardWords(line) })),
              },
              { as: 'day', name: 'scheduledFor', label: 'For which day?', missing: 'Enter the day of the check' },
            ],
            onSend: async (given, key) => {
              const standard = given.text('standard') as QaStandard;
              const scheduledFor = given.day('scheduledFor');
              await client.scheduleCheck({ body: { providerRef: standing.providerRef, standard, scheduledFor }, key });
              return `A check of ${titleOf(standard)} is planned for ${formatDate(scheduledFor)}.`;
            },
          },
        ]}
      />
    </section>
  );
};

const History: React.FC<Pick<PartProps, 'seen'>> = ({ seen }) => {
  const history = [...seen.standing.history].reverse();
  if (history.length === 0) return null;
  return (
    <section aria-label="History">
      <Heading level={2}>History</Heading>
      <Table
        caption="What was decided about this provider, newest first"
        columns={[
          { name: 'When', as: 'short', of: ({ at }: (typeof history)[number]) => formatInstant(at) },
          { name: 'What', of: ({ what, comment }) => `${what}${comment === undefined ? '' : `: ${comment}`}` },
          { name: 'By', of: ({ by }) => by },
        ]}
        rows={history}
        keyOf={({ at, what }) => `${at} ${what}`}
      />
    </section>
  );
};
