import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import type { FeedEntry } from './local-api.ts';

export interface ActivityAreaProps {
  readonly person: LocalPerson;
  readonly entries: readonly FeedEntry[] | undefined;
  readonly failure: Error | undefined;
  readonly onOpen: (url: string) => void;
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/London' });

/** The person's activity feed, newest first: a click opens what the entry is about. */
export const ActivityArea = ({ person, entries, failure, onOpen }: ActivityAreaProps): React.ReactElement => (
  <div className="activity">
    {failure && (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{failure.message}</MessageBarBody>
      </MessageBar>
    )}
    {entries?.length === 0 && (
      <p className="quiet">
        {person.teamsAppInstalled
          ? 'No activity yet.'
          : 'Without the app nothing reaches the activity feed of this person; mail still does.'}
      </p>
    )}
    <ul className="activity-list" aria-label="Activity, newest first">
      {(entries ?? []).map(({ id, at, text, preview, topic, webUrl }) => (
        <li key={id}>
          <button type="button" className="row" onClick={() => onOpen(webUrl)}>
            <b>{text}</b>
            <span>{preview}</span>
            <span className="activity-topic">
              {topic} <time dateTime={at}>{timeOf(at)}</time>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </div>
);
