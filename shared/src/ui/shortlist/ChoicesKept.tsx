import { Button } from '@fluentui/react-button';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ChoiceReply } from '../../contract/comparisons.ts';
import type { DraftAnswers } from '../../contract/drafts.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import { formatMoney } from '../../domain/money/money.ts';
import { planSentence, readPlan } from '../../domain/money/planned-timetable.ts';
import { chosenName, comparedName } from '../../domain/register/choice.ts';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    justifyItems: 'start',
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media print': { breakInside: 'avoid' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  compared: { margin: 0 },
  act: { '@media print': { display: 'none' } },
});

const shownAtFirst = 5;

/** What was chosen and why, the newest first, with what each service cost that day. */
export const ChoicesKept: React.FC<{ readonly buyerRef: string; readonly choices: readonly ChoiceReply[] }> = ({ buyerRef, choices }) => {
  const styles = useStyles();
  const [all, setAll] = React.useState(false);
  if (choices.length === 0) return null;
  return (
    <section aria-label="Choices kept">
      <Heading level={2}>Choices kept</Heading>
      <ul className={styles.list}>
        {(all ? choices : choices.slice(0, shownAtFirst)).map((choice) => (
          <li key={choice.choiceRef} className={styles.item}>
            <OneChoice buyerRef={buyerRef} choice={choice} />
          </li>
        ))}
      </ul>
      {all || choices.length <= shownAtFirst ? null : (
        <Button onClick={() => setAll(true)}>{`Showing ${shownAtFirst} of ${choices.length}: show all`}</Button>
      )}
    </section>
  );
};

const OneChoice: React.FC<{ readonly buyerRef: string; readonly choice: ChoiceReply }> = ({ buyerRef, choice }) => {
  const styles = useStyles();
  const { compared, reason, plan, by, at } = choice;
  const planned = plan === undefined ? undefined : readPlan(plan);
  return (
    <>
      <Heading level={3} look="item">
        {chosenName(choice)}
      </Heading>
      <div>{reason}</div>
      <div className={styles.quiet}>
        Kept by {by} on {formatInstant(at)}
        {planned ? `, for ${planSentence(planned)}` : ''}. Prices of that day, ex VAT:
      </div>
      <ul className={styles.compared}>
        {compared.map((service) => (
          <li key={service.serviceRef}>
            {comparedName(service)}: {formatMoney(service.price)} per {service.unit}
            {service.planned ? `, ${formatMoney(service.planned.net)} in all` : ''}
          </li>
        ))}
      </ul>
      <RequestChosen buyerRef={buyerRef} choice={choice} />
    </>
  );
};

/** What the request form is begun with: the reason goes along, where the basis of the award asks for one. */
const answersOf = ({ reason, plan }: ChoiceReply): DraftAnswers => {
  const planned = plan === undefined ? undefined : readPlan(plan);
  return { basisReason: reason, ...(planned ? { sessions: planned.sessions, hoursPerDay: `${planned.hoursPerDay}` } : {}) };
};

const RequestChosen: React.FC<{ readonly buyerRef: string; readonly choice: ChoiceReply }> = ({ buyerRef, choice }) => {
  const styles = useStyles();
  const { api, go } = useSteadySurroundings();
  const { once } = useOnce();
  const [fault, setFault] = React.useState<string>();
  // Pressed once more after a failure it is the same draft.
  const draftId = React.useMemo(() => crypto.randomUUID(), []);
  const { serviceRef } = choice;
  const start = (): void =>
    once(async () => {
      try {
        await api.saveDraft({ params: { draftId }, body: { serviceRef, buyerRef, answers: answersOf(choice) } });
        go({ at: 'request', draftId, serviceRef });
      } catch (error) {
        setFault(sentenceOf(error));
      }
    });
  return (
    <div className={styles.act}>
      <Button size="small" onClick={start}>{`Request ${chosenName(choice)}`}</Button>
      {fault === undefined ? null : <div role="alert">{fault}</div>}
    </div>
  );
};
