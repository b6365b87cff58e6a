import { Select } from '@fluentui/react-select';
import * as React from 'react';
import { type AttendanceCode, attendanceCodeKeys, attendanceCodes } from '../../domain/attendance/suggest-code.ts';

const narrow = { minWidth: 0, maxWidth: '100%' } as const;

interface Props {
  /** The session as people name it. */
  readonly name: string;
  readonly chosen: AttendanceCode | '';
  readonly onChange: (code: AttendanceCode | '') => void;
}

/** A code of the register for one session. */
export const CodeSelect: React.FC<Props> = ({ name, chosen, onChange }) => (
  <Select
    aria-label={`Code for ${name}`}
    root={{ style: narrow }}
    style={narrow}
    value={chosen}
    onChange={(_, data) => onChange(data.value as AttendanceCode | '')}
  >
    <option value="">Choose a code</option>
    {attendanceCodeKeys.map((each) => (
      <option key={each} value={each}>
        {`${each} ${attendanceCodes[each]}`}
      </option>
    ))}
  </Select>
);
