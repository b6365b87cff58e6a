import { makeStyles, tokens } from '@fluentui/react-components';
import * as React from 'react';
import type { ServiceReply } from '../../contract/directory.ts';
import { formatDate, type LocalDate } from '../../domain/local-date.ts';
import { qaOutcomeWords, qaStandardWords } from '../words.tsx';
import { FactList } from './FactList.tsx';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'start' },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  standard: { fontWeight: tokens.fontWeightRegular },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  name: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontWeight: tokens.fontWeightSemibold },
});

type Check = ServiceReply['checks'][number];
const caption = 'What was checked, by whom, when, and until when it holds. The evidence stays with the commissioning team.';
const day = (date: LocalDate | undefined): string => (date === undefined ? 'Not known' : formatDate(date, 'short'));
const nameOf = ({ standard, mandatory }: Check): string => `${qaStandardWords[standard]}${mandatory ? ' (mandatory)' : ''}`;

/** The provider's checks: a table where there is room, else one list of facts for each check. */
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
              <FactList
                facts={[
                  ['Result', qaOutcomeWords[check.outcome]],
                  ['Checked', day(check.checkedOn)],
                  ['By', check.checkedBy ?? 'Not known'],
                  ['Holds until', day(check.expiresOn)],
                ]}
              />
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
            <th key={title} scope="col" className={styles.cell}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ordered.map((check) => (
          <tr key={keyOf(check)}>
            <th scope="row" className={`${styles.cell} ${styles.standard}`}>
              {nameOf(check)}
            </th>
            <td className={styles.cell}>{qaOutcomeWords[check.outcome]}</td>
            <td className={styles.cell}>{day(check.checkedOn)}</td>
            <td className={styles.cell}>{check.checkedBy ?? 'Not known'}</td>
            <td className={styles.cell}>{day(check.expiresOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const keyOf = ({ standard, outcome, checkedOn }: Check): string => `${standard}-${outcome}-${checkedOn ?? ''}`;
