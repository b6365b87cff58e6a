import { tokens } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import type { ServiceReply } from '../../contract/service.ts';
import { formatDate, type LocalDate } from '../../domain/days/local-date.ts';
import { isUndecided } from '../../domain/quality/check-outcome.ts';
import { qaStandardNames } from '../../domain/quality/standard.ts';
import { qaOutcomeWords } from '../words.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'start' },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // A known word stays whole: where every letter may begin a line, a table makes its column one letter wide.
  short: { whiteSpace: 'nowrap' },
  standard: { fontWeight: tokens.fontWeightRegular },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  line: { margin: 0 },
  name: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontWeight: tokens.fontWeightSemibold },
});

type Check = ServiceReply['checks'][number];
const caption = 'What was checked, by whom, when, and until when it holds. The evidence stays with the commissioning team.';
const unknown = ({ outcome }: Check): string => (isUndecided(outcome) ? 'Not yet' : 'Not known');
const day = (check: Check, date: LocalDate | undefined): string => (date === undefined ? unknown(check) : formatDate(date, 'short'));
const nameOf = ({ standard, mandatory }: Check): string => `${qaStandardNames[standard]}${mandatory ? ' (mandatory)' : ''}`;

/** 'Passed. Checked 3 Mar 2026 by the quality team. Holds until 2 Mar 2027.' */
const sentence = (check: Check): string =>
  isUndecided(check.outcome)
    ? `${qaOutcomeWords[check.outcome]}. Not checked yet.`
    : `${qaOutcomeWords[check.outcome]}. Checked ${day(check, check.checkedOn)} by ${check.checkedBy ?? 'nobody on record'}. Holds until ${day(check, check.expiresOn)}.`;

/** The provider's checks: a table where there is room, else a sentence for each. */
export const QaTable: React.FC<{ readonly checks: readonly Check[]; readonly narrow: boolean }> = ({ checks, narrow }) => {
  const styles = useStyles();
  if (checks.length === 0) return <p>No check of this provider is on record.</p>;
  const ordered = [...checks].sort((a, b) => Number(b.mandatory) - Number(a.mandatory));
  if (narrow)
    return (
      <>
        <p className={styles.caption}>{caption}</p>
        <ul className={styles.list}>
          {ordered.map((check) => (
            <li key={keyOf(check)}>
              <p className={styles.name}>{nameOf(check)}</p>
              <p className={styles.line}>{sentence(check)}</p>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {['Standard', 'Result', 'Checked', 'By', 'Holds until'].map((title) => (
            <th key={title} scope="col" className={mergeClasses(styles.cell, styles.short)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ordered.map((check) => (
          <tr key={keyOf(check)}>
            <th scope="row" className={mergeClasses(styles.cell, styles.standard)}>
              {nameOf(check)}
            </th>
            <td className={mergeClasses(styles.cell, styles.short)}>{qaOutcomeWords[check.outcome]}</td>
            <td className={mergeClasses(styles.cell, styles.short)}>{day(check, check.checkedOn)}</td>
            <td className={styles.cell}>{check.checkedBy ?? unknown(check)}</td>
            <td className={mergeClasses(styles.cell, styles.short)}>{day(check, check.expiresOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const keyOf = ({ standard, outcome, checkedOn }: Check): string => `${standard}-${outcome}-${checkedOn ?? ''}`;
