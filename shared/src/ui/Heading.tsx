import { typographyStyles } from '@fluentui/react-theme';
import { makeStyles, mergeClasses } from '@griffel/react';
import * as React from 'react';
import { type HostKind, useSteadySurroundings } from './HostAdapter.tsx';

/** 1 is the screen's own title, 2 a part of it, 3 an item of a part. */
export type HeadingLevel = 1 | 2 | 3;

type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4';

/** A SharePoint page has an h1 of its own, so that a web part's title is an h2 there and everything below it one further down. */
export const headingTag = (level: HeadingLevel, host: HostKind): HeadingTag =>
  (['h1', 'h2', 'h3', 'h4'] as const)[host === 'sharepoint' ? level : level - 1] ?? 'h4';

/** The element of a heading in this host. */
export const useHeadingTag = (level: HeadingLevel): HeadingTag => headingTag(level, useSteadySurroundings().host.kind);

const useStyles = makeStyles({
  // Headings that take the focus do so for screen readers; they are no stop of the Tab key and need no ring.
  every: { margin: 0, overflowWrap: 'anywhere', ':focus': { outlineStyle: 'none' } },
  title: { ...typographyStyles.title2, '@media (max-width: 639px)': typographyStyles.title3 },
  part: typographyStyles.subtitle1,
  item: typographyStyles.subtitle2,
});

interface HeadingProps extends React.HTMLAttributes<HTMLHeadingElement> {
  readonly level: HeadingLevel;
  /** How large it looks, where that is not what its level says. */
  readonly look?: 'title' | 'part' | 'item';
}

const looks = { 1: 'title', 2: 'part', 3: 'item' } as const;

/** A heading at the level that its host leaves to it. The one place where a screen writes h1 to h4. */
export const Heading = React.forwardRef<HTMLHeadingElement, HeadingProps>(({ level, look = looks[level], className, ...rest }, ref) => {
  const styles = useStyles();
  const Tag = useHeadingTag(level);
  return <Tag {...rest} ref={ref} className={mergeClasses(styles.every, styles[look], className)} />;
});
Heading.displayName = 'Heading';
