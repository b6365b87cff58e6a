import { Link } from '@fluentui/react-link';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { RingLineReply } from './use-concerns.tsx';

const useStyles = makeStyles({
  list: { display: 'grid', gap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThickest} solid ${tokens.colorPaletteRedBorderActive}`,
    overflowWrap: 'anywhere',
  },
  number: { whiteSpace: 'nowrap' },
  phone: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold },
});

/** A number as it is written; to be pressed on a phone where it is nothing but a number. */
const Phone: React.FC<{ readonly number: string }> = ({ number }) => {
  const { number: whole } = useStyles();
  if (!/^\+?[\d ()-]+$/.test(number)) return <>{number}</>;
  return (
    <Link inline className={whole} href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {number}
    </Link>
  );
};

/** Whom to ring, when, and the number. A number that the council has not set is said to be missing. */
export const RingLines: React.FC<{ readonly lines: readonly RingLineReply[] }> = ({ lines }) => {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label="Whom to ring">
      {lines.map(({ line, name, when, phone, outOfHours }) => (
        <li key={line} className={styles.line}>
          <div>{when}</div>
          <div>
            <strong>{name}</strong>
          </div>
          {phone ? (
            <div className={styles.phone}>
              <Phone number={phone} />
            </div>
          ) : (
            <div>
              No number is set here. Ask your designated safeguarding lead or look on the council's website. If it cannot wait, ring 999.
            </div>
          )}
          {outOfHours ? (
            <div>
              Evenings and weekends: <Phone number={outOfHours} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
