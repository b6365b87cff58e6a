import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { productName } from '../domain/texts/product-name.ts';
import { Heading } from './Heading.tsx';
import { useSurroundings } from './HostAdapter.tsx';

const useStyles = makeStyles({ heading: { paddingBottom: tokens.spacingVerticalS } });

interface PageHeadingProps {
  readonly children: string;
  readonly title?: string;
  /** 'part' where what follows matters more than the title. */
  readonly look?: 'title' | 'part';
}

/**
 * The one title of a screen, and of the browser's window (SharePoint owns its own). It takes the focus when a person came from another
 * screen of ours, so that a screen reader begins at the new page; never on first load, which would steal it from the host.
 */
export const PageHeading: React.FC<PageHeadingProps> = ({ children, title = children, look = 'title' }) => {
  const { host } = useSurroundings();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (host.kind !== 'sharepoint') document.title = `${title} - ${productName}`;
  }, [title, host]);
  React.useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <Heading level={1} look={look} ref={heading} tabIndex={-1} className={useStyles().heading}>
      {children}
    </Heading>
  );
};
