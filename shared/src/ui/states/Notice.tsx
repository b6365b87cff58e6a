import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-message-bar';
import * as React from 'react';

interface NoticeProps {
  readonly intent?: 'info' | 'success' | 'warning' | 'error';
  readonly title: string;
  readonly children?: React.ReactNode;
  readonly actions?: React.ReactNode;
}

/** A lasting message about the page, such as why this school may not buy. At most one of a kind on a page: each is read out. */
export const Notice: React.FC<NoticeProps> = ({ intent = 'info', title, children, actions }) => (
  <MessageBar intent={intent} layout="multiline">
    <MessageBarBody>
      <MessageBarTitle>{title}</MessageBarTitle>
      {children}
    </MessageBarBody>
    {actions ? <MessageBarActions>{actions}</MessageBarActions> : null}
  </MessageBar>
);
