import { Button } from '@fluentui/react-button';
import { FluentProvider } from '@fluentui/react-provider';
import { Body1, Subtitle1 } from '@fluentui/react-text';
import { type Theme, tokens } from '@fluentui/react-theme';
import { IdPrefixProvider } from '@fluentui/react-utilities';
import * as React from 'react';

interface INotSetUpProps {
  /** This web part's own, so that two on one page keep their styles. */
  readonly instanceId: string;
  readonly theme: Theme;
  /** What is wrong with the settings, a line for each; empty where nothing was entered yet. */
  readonly faults: readonly string[];
  /** Opens the property pane; undefined for people who read the page. */
  readonly onConfigure: (() => void) | undefined;
}

const box: React.CSSProperties = { display: 'grid', gap: tokens.spacingVerticalM, justifyItems: 'start', padding: tokens.spacingVerticalXXL };

/** What stands in place of the directory until the web part knows where the service is. */
export const NotSetUp: React.FC<INotSetUpProps> = ({ instanceId, theme, faults, onConfigure }) => (
  <IdPrefixProvider value={`ap-${instanceId}-`}>
    <FluentProvider theme={theme}>
      <div style={box}>
        <Subtitle1 as="h2">AP directory</Subtitle1>
        <Body1>Search the directory of quality-assured alternative provision.</Body1>
        {onConfigure ? (
          <>
            <Body1>
              {faults.length === 0
                ? 'This web part needs the addresses of the framework service before it can be used.'
                : 'This web part cannot reach the framework service with these settings:'}
            </Body1>
            {faults.length === 0 ? null : (
              <ul>
                {faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            )}
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
