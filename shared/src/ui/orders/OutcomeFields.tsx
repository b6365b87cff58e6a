import * as React from 'react';
import type { LocalDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import type { DestinationCode, ObjectivesMet } from '../../domain/orders/order-end.ts';
import { DateField } from '../forms/fields/DateField.tsx';
import { RadioField } from '../forms/fields/RadioField.tsx';
import { choiceFault, dayFault, type Fault, maybeDayFault, textFault } from './faults.ts';
import { destinationOptions, objectivesOptions } from './outcome-words.ts';
import { ReasonField } from './ReasonField.tsx';

/** What became of a placement, as typed (row 59, R5). */
export interface Outcome {
  readonly objectives: ObjectivesMet | '';
  readonly destination: DestinationCode | '';
  readonly finalReviewOn: string;
  readonly note: string;
}

export const noOutcome: Outcome = { objectives: '', destination: '', finalReviewOn: '', note: '' };
export const outcomeFields = ['objectives', 'destination', 'finalReviewOn', 'note'] as const;

interface Props {
  readonly outcome: Outcome;
  readonly change: (outcome: Outcome) => void;
  /** Where a placement ends at once, what became of it may not be known yet. */
  readonly optional: boolean;
}

/** How far the objectives were met, where the pupil goes, when the last review was, and a note. */
export const OutcomeFields = ({ outcome, change, optional }: Props): React.ReactElement => (
  <>
    <RadioField
      name="objectives"
      label="Were the agreed objectives met?"
      optional={optional}
      options={objectivesOptions}
      value={outcome.objectives}
      onChange={(objectives) => change({ ...outcome, objectives })}
    />
    <RadioField
      name="destination"
      label="Where does the pupil go now?"
      optional={optional}
      options={destinationOptions}
      value={outcome.destination}
      onChange={(destination) => change({ ...outcome, destination })}
    />
    <DateField
      name="finalReviewOn"
      label="When was the final review held?"
      optional={optional}
      value={outcome.finalReviewOn}
      onChange={(finalReviewOn) => change({ ...outcome, finalReviewOn })}
    />
    <ReasonField name="note" label="Note" optional value={outcome.note} onChange={(note) => change({ ...outcome, note })} />
  </>
);

/** What is wrong with an outcome: all of it is asked for unless it is optional. */
export const outcomeFaults = ({ objectives, destination, finalReviewOn, note }: Outcome, optional: boolean): readonly Fault[] => [
  optional ? undefined : choiceFault('objectives', objectives, 'Choose how far the objectives were met'),
  optional ? undefined : choiceFault('destination', destination, 'Choose where the pupil goes'),
  (optional ? maybeDayFault : dayFault)('finalReviewOn', finalReviewOn, 'day of the final review'),
  textFault('note', note),
];

interface ToldOutcome {
  objectives?: ObjectivesMet;
  destination?: DestinationCode;
  finalReviewOn?: LocalDate;
  note?: string;
}

/** An outcome as it is sent: what was left out is absent. */
export const outcomeTold = ({ objectives, destination, finalReviewOn, note }: Outcome): ToldOutcome => {
  const reviewed = parseUkDate(finalReviewOn);
  return {
    ...(objectives === '' ? {} : { objectives }),
    ...(destination === '' ? {} : { destination }),
    ...(reviewed === undefined ? {} : { finalReviewOn: reviewed }),
    ...(note.trim() === '' ? {} : { note }),
  };
};
