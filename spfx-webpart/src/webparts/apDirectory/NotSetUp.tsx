import { Body1, Button, FluentProvider, IdPrefixProvider, Subtitle1, type Theme, tokens } from '@fluentui/react-components';
import * as React from 'react';

interface INotSetUpProps {
  /** This web part's own, so that two on one page keep their styles. */
  readonly instanceId: string;
  readonly theme: Theme;
  /** Opens the property pane; undefined for people who read the page. */
  readonly onConfigure: (() => void) | undefined;
}

const box: React.CSSProperties = { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingVerticalXXL };

/** What stands in place of the directory until the web part knows where the service is. */
export const NotSetUp: React.FC<INotSetUpProps> = ({ instanceId, theme, onConfigure }) => (
  <IdPrefixProvider value={`ap-${instanceId}-`}>
    <FluentProvider theme={theme}>
      <div style={box}>
        <Subtitle1 as="h2">AP directory</Subtitle1>
        <Body1>Search the directory of quality-assured alternative provision.</Body1>
        {onConfigure ? (
          <>
            <Body1>This web part needs the addresses of the framework service before it can be used.</Body1>
            <Button appearance="primary" onClick={onConfigure}>
              Configure
            </Button>
          </>
        ) : (
          <Body1>It is not set up on this page yet. The owner of this page can set it up.</Body1>
        )}
      </div>
    </FluentProvider>
  </IdPrefixProvider>
);
