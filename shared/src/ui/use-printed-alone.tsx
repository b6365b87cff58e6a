import * as React from 'react';

const rules = '@media print { :has(> main) > :not(main) { display: none !important } }';

/** While this page is shown, what is printed is the page alone, without what stands around it. A sheet of its own: nobody else loads it. */
export const usePrintedAlone = (): void =>
  React.useEffect(() => {
    if (typeof CSSStyleSheet.prototype.replaceSync !== 'function') return undefined;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, []);
