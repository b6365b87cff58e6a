import * as React from 'react';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from './EmptyState.tsx';

interface NoAccessProps {
  readonly title: string;
  readonly level?: 1 | 2 | 3;
}

/** For a person who may not raise requests yet: what they can do now, who gives access, and the way to ask. */
export const NoAccess: React.FC<NoAccessProps> = ({ title, level = 2 }) => (
  <EmptyState title={title} level={level}>
    <div>{noAccessSentence}</div>
    <PlaceLink to={{ at: 'access' }}>Ask for access</PlaceLink>
  </EmptyState>
);

/** The same where only a sentence fits. */
export const noAccessSentence = 'You can search the directory. To request a service you need access at your school: its contact gives it.';
