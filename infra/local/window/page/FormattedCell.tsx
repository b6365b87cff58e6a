import * as React from 'react';
import { type FormatSubject, formatted } from './format-expression.ts';

/** A part of a column format: an element with text or parts of its own. */
interface FormatPart {
  readonly attributes?: { readonly class?: string };
  readonly style?: Readonly<Record<string, string>>;
  readonly txtContent?: string;
  readonly children?: readonly FormatPart[];
}

const styleOf = (style: FormatPart['style'], subject: FormatSubject): React.CSSProperties =>
  Object.fromEntries(
    Object.entries(style ?? {}).map(([name, value]) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      formatted(value, subject),
    ]),
  );

const Part = ({ part, subject }: { readonly part: FormatPart; readonly subject: FormatSubject }): React.ReactElement => (
  <span className={formatted(part.attributes?.class ?? '', subject)} style={styleOf(part.style, subject)}>
    {part.txtContent !== undefined && formatted(part.txtContent, subject)}
    {part.children?.map((child, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a format never change their order.
      <Part key={index} part={child} subject={subject} />
    ))}
  </span>
);

/** A value as its column's format shows it. An empty cell has no colour, and a format that cannot be read leaves the plain value. */
export const FormattedCell = ({ format, subject }: { readonly format: string; readonly subject: FormatSubject }): React.ReactElement => {
  if (subject.shown === '') return <span />;
  try {
    return <Part part={JSON.parse(format) as FormatPart} subject={subject} />;
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    return <>{subject.shown}</>;
  }
};
