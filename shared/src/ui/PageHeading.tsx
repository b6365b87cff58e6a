import { tokens, typographyStyles } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { productName } from '../domain/product-name.ts';
import { useSurroundings } from './HostAdapter.tsx';

const useStyles = makeStyles({
  heading: {
    ...typographyStyles.title2,
    margin: 0,
    overflowWrap: 'anywhere',
    ':focus': { outlineStyle: 'none' },
    paddingBottom: tokens.spacingVerticalS,
  },
});

/**
 * The page's one h1, and its title in the browser (SharePoint owns its own title). It takes the focus when a person came from another
 * screen of ours, so that a screen reader begins at the new page; never on first load, which would steal it from the host.
 */
export const PageHeading: React.FC<{ readonly children: string; readonly title?: string }> = ({ children, title = children }) => {
  const { host } = useSurroundings();
  const heading = React.useRef<HTMLHeadingElement>(null);
  React.useEffect(() => {
    if (host.kind !== 'sharepoint') document.title = `${title} - ${productName}`;
  }, [title, host]);
  React.useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={useStyles().heading}>
      {children}
    </h1>
  );
};
