import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { CheckReply } from '../../../contract/quality.ts';
import { formatDate, formatInstant, type LocalDate } from '../../../domain/days/local-date.ts';
import { type Fact, Facts } from '../../call-offs/Facts.tsx';
import { Heading } from '../../Heading.tsx';
import { qaOutcomeWords } from '../../words.tsx';
import { Acts } from '../Acts.tsx';
import type { Command } from '../use-command.tsx';
import { useCommissioningClient } from '../use-commissioning.tsx';
import { checkActs } from './check-acts.tsx';

const useStyles = makeStyles({
  check: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly check: CheckReply;
  readonly title: string;
  readonly command: Command;
}

/** A check about which something can be done. */
export const CheckUnderWay: React.FC<Props> = ({ check, title, command }) => {
  const client = useCommissioningClient();
  return (
    <article className={useStyles().check} aria-label={title}>
      <Heading level={3}>{title}</Heading>
      <Facts facts={factsOf(check)} />
      <Acts acts={checkActs(check, title, client)} command={command} of={title} />
    </article>
  );
};

const waiverWords = { requested: 'Asked for', approved: 'Approved', refused: 'Refused' } as const;

const day = (label: string, date: LocalDate | undefined): readonly Fact[] =>
  date === undefined ? [] : [{ label, value: formatDate(date) }];

const factsOf = ({ outcome, waiver, evidence, ...check }: CheckReply): readonly Fact[] => [
  { label: 'State', value: `${qaOutcomeWords[outcome]}${check.mandatory ? '. This check is mandatory' : ''}` },
  ...day('Planned for', check.scheduledFor),
  ...day('Evidence due', check.evidenceDueOn),
  ...(evidence === undefined
    ? []
    : [{ label: 'Evidence', value: `Recorded by ${evidence.recordedBy}, ${formatInstant(evidence.recordedAt)}` }]),
  ...day('Holds until', check.expiresOn),
  ...(check.action === undefined ? [] : [{ label: 'Action', value: check.action }]),
  ...day('Action due', check.actionDueOn),
  ...(waiver === undefined
    ? []
    : [
        {
          label: 'Waiver',
          value: `${waiverWords[waiver.state]} by ${waiver.decidedBy ?? waiver.requestedBy}, until ${formatDate(waiver.until)}: ${waiver.reason}`,
        },
      ]),
];
