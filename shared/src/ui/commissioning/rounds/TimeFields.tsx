import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { DateField } from '../../forms/fields/DateField.tsx';
import { TextField } from '../../forms/fields/TextField.tsx';
import { Heading } from '../../Heading.tsx';
import { timeField } from './round-faults.ts';
import { type RoundTime, roundTimes, type TypedTime } from './typed-round.ts';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'start', gap: tokens.spacingHorizontalM },
});

const labels: Readonly<Record<RoundTime, readonly [string, string]>> = {
  opensAt: ['When does it open?', 'Time of opening'],
  clarificationsCloseAt: ['Until when may applicants ask about it?', 'Time of the last question'],
  closesAt: ['When does it close?', 'Time of closing'],
};

interface Props {
  readonly times: Readonly<Record<RoundTime, TypedTime>>;
  readonly onChange: (name: RoundTime, next: Partial<TypedTime>) => void;
}

/** When a round opens, takes questions and closes. The clock does it, by UK time. */
export const TimeFields: React.FC<Props> = ({ times, onChange }) => {
  const { part, row } = useStyles();
  return (
    <div className={part}>
      <Heading level={2}>Times</Heading>
      {roundTimes.map((name) => (
        <div key={name} className={row}>
          <DateField name={name} label={labels[name][0]} value={times[name].day} onChange={(day) => onChange(name, { day })} />
          <TextField
            name={timeField(name)}
            label={labels[name][1]}
            hint="UK time, such as 12:00"
            width="short"
            value={times[name].time}
            onChange={(time) => onChange(name, { time })}
          />
        </div>
      ))}
    </div>
  );
};
