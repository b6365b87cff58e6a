import * as React from 'react';
import type { JudgedQuestion } from '../../../contract/evaluation.ts';
import { Table } from '../Table.tsx';
import type { Marks } from './marks.tsx';

/** '4' of a score, 'Pass' or 'Fail'. */
export const markWords = (mark: Marks[string] | undefined): string => {
  if (mark === undefined) return 'Not marked';
  if (mark.kind === 'scored') return `${mark.score} of 5`;
  return mark.pass ? 'Pass' : 'Fail';
};

interface Props {
  readonly caption?: string;
  readonly questions: readonly JudgedQuestion[];
  readonly marks: Marks;
}

/** Marks that are not changed any more. */
export const OwnMarks: React.FC<Props> = ({ caption = 'Your marks', questions, marks }) => (
  <Table
    caption={caption}
    columns={[
      { name: 'Question', of: ({ text }: JudgedQuestion) => text },
      { name: 'Mark', as: 'short', of: ({ key }) => markWords(marks[key]) },
      { name: 'Why', of: ({ key }) => marks[key]?.comment ?? '' },
    ]}
    rows={questions}
    keyOf={({ key }) => key}
  />
);
