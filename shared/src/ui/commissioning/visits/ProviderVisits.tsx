import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { formatDate, type LocalDate } from '../../../domain/days/local-date.ts';
import { nextVisitDue, visitEveryMonths } from '../../../domain/quality/visit.ts';
import { Heading } from '../../Heading.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Acts } from '../Acts.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioning, useCommissioningClient } from '../use-commissioning.tsx';
import { VisitTable } from './VisitTable.tsx';
import { planVisitAct } from './visit-acts.tsx';

const useStyles = makeStyles({ section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

interface Props {
  readonly provider: { readonly ref: string; readonly name: string };
  /** Nobody visits a provider that was removed from the framework. */
  readonly removed: boolean;
  readonly command: Command;
}

const nextWords = (next: LocalDate | undefined, today: LocalDate): string => {
  if (next === undefined) return 'It was never visited.';
  return next < today ? `A visit has been due since ${formatDate(next)}.` : `The next visit is due by ${formatDate(next)}.`;
};

/** The visits to one provider, and when it is to be visited next: a part of its passport. */
export const ProviderVisits: React.FC<Props> = ({ provider, removed, command }) => {
  const found = useCommissioning('listVisits', { query: { providerRef: provider.ref } });
  const client = useCommissioningClient();
  return (
    <section className={useStyles().section} aria-label="Visits">
      <Heading level={2}>Visits</Heading>
      <Loaded reads={[found] as const} what="visits" failed="The visits could not be loaded">
        {({ visits, today }) => (
          <>
            <Text block>{nextWords(nextVisitDue(visits, provider.ref, visitEveryMonths), today)}</Text>
            {visits.length === 0 ? null : <VisitTable caption="The latest first" visits={visits} today={today} />}
          </>
        )}
      </Loaded>
      {removed ? null : <Acts acts={[planVisitAct(provider, client)]} command={command} />}
    </section>
  );
};
