import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { commissioningPlace } from '../../../contract/commissioning-place.ts';
import type { VisitReply } from '../../../contract/visits.ts';
import { formatDate, formatInstant, type LocalDate } from '../../../domain/days/local-date.ts';
import { nextVisitDue, visitEveryMonths } from '../../../domain/quality/visit.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { PlaceLink } from '../../PlaceLink.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import { Page } from '../Page.tsx';
import { Table } from '../Table.tsx';
import { type Command, useCommand } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { actionActs, visitActs } from './visit-acts.tsx';
import { actionWords, dayOf, stateWords } from './visit-words.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  action: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

const above = [
  { to: { at: 'quality' }, name: 'Quality' },
  { to: { at: 'visits' }, name: 'Visits' },
] as const;

/** One visit: what was found, the actions that came of it, and what was done. */
export const VisitPage: React.FC<{ readonly visitRef: string }> = ({ visitRef }) => {
  const found = useCommissioning('listVisits', {});
  const client = useCommissioningClient();
  const command = useCommand('listVisits', 'getQualityCalendar');
  return (
    <Loaded reads={[found] as const} what="the visit" failed="The visit could not be loaded" page="Visit">
      {({ visits, questions, today }) => {
        const visit = visits.find(({ ref }) => ref === visitRef);
        if (!visit)
          return (
            <Page title="Visit" above={above}>
              <EmptyState title="There is no such visit">{`No visit has the reference ${visitRef}.`}</EmptyState>
            </Page>
          );
        const { providerRef, providerName } = visit;
        const next = nextVisitDue(visits, providerRef, visitEveryMonths);
        return (
          <Page title={`Visit to ${providerName}, ${formatDate(dayOf(visit), 'plain')}`} above={above} told={command.told}>
            <PlaceLink to={commissioningPlace({ at: 'passport', providerRef })}>{`Passport of ${providerName}`}</PlaceLink>
            <Facts facts={factsOf(visit, today, next)} />
            <Acts acts={visitActs(visit, questions, client)} command={command} />
            {visit.status === 'planned' || visit.status === 'cancelled' ? null : <Actions visit={visit} command={command} />}
            <History visit={visit} />
          </Page>
        );
      }}
    </Loaded>
  );
};

const factsOf = (visit: VisitReply, today: LocalDate, next: LocalDate | undefined): readonly Fact[] => {
  const { ref, plannedFor, heldOn, heldBy, findings } = visit;
  return [
    { label: 'Reference', value: ref },
    { label: 'State', value: stateWords(visit, today) },
    { label: 'Planned for', value: formatDate(plannedFor) },
    ...(heldOn === undefined ? [] : [{ label: 'Visited', value: `${formatDate(heldOn)}${heldBy === undefined ? '' : `, by ${heldBy}`}` }]),
    ...(findings === undefined ? [] : [{ label: 'What was found', value: findings }]),
    ...(next === undefined || heldOn === undefined ? [] : [{ label: 'Next visit due', value: `By ${formatDate(next)}` }]),
  ];
};

const Actions: React.FC<{ readonly visit: VisitReply; readonly command: Command }> = ({ visit, command }) => {
  const client = useCommissioningClient();
  const styles = useStyles();
  return (
    <section className={styles.section} aria-label="Actions">
      <Heading level={2}>Actions</Heading>
      {visit.actions.length === 0 ? <Text block>No action was agreed.</Text> : null}
      {visit.actions.some(({ doneBy }) => doneBy === undefined) ? (
        <Text block>The visit can be closed when each action is marked as done.</Text>
      ) : null}
      {visit.actions.map((action) => (
        <article key={action.ref} className={styles.action} aria-label={action.ref}>
          <Heading level={3}>{action.text}</Heading>
          <Facts
            facts={[
              { label: 'State', value: `${actionWords(action)}${action.doneBy === undefined ? '' : `, marked by ${action.doneBy}`}` },
              { label: 'Due', value: formatDate(action.dueOn) },
              ...(action.evidence === undefined
                ? []
                : [
                    {
                      label: 'Evidence',
                      value: `Recorded by ${action.evidence.recordedBy}, ${formatInstant(action.evidence.recordedAt)}${action.evidence.link === undefined ? '' : `\n${action.evidence.link}`}`,
                    },
                  ]),
            ]}
          />
          <Acts acts={actionActs(visit, action, client)} command={command} of={action.ref} />
        </article>
      ))}
    </section>
  );
};

const History: React.FC<{ readonly visit: VisitReply }> = ({ visit: { history } }) => (
  <section aria-label="History">
    <Heading level={2}>History</Heading>
    <Table
      caption="What was done, newest first"
      columns={[
        { name: 'When', as: 'short', of: ({ at }: VisitReply['history'][number]) => formatInstant(at) },
        // What was found stands above, in lines of its own.
        { name: 'What', of: ({ what, comment }) => `${what}${comment === undefined || what === 'Visit held' ? '' : `: ${comment}`}` },
        { name: 'By', of: ({ by }) => by },
      ]}
      rows={[...history].reverse()}
      keyOf={({ at, what }) => `${at} ${what}`}
    />
  </section>
);
