import { Field, Input, MessageBar, MessageBarBody, Tab, TabList } from '@fluentui/react-components';
import * as React from 'react';
import type { LocalPerson } from '../people.ts';
import type { LinkSurroundings } from './link-target.ts';
import { localApi } from './local-api.ts';
import { MailFrame } from './MailFrame.tsx';
import type { Mail } from './mail-document.ts';
import { usePolled } from './use-polled.ts';

export interface MailAreaProps {
  readonly person: LocalPerson;
  readonly people: readonly LocalPerson[];
  readonly links: LinkSurroundings;
}

const every = 4_000;

const timeOf = (at: string): string =>
  new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/London' });

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** Addresses that got mail and are nobody's here: the providers. */
const outsideAddresses = (mails: readonly Mail[], people: readonly LocalPerson[]): readonly string[] =>
  [...new Set(mails.flatMap(({ to }) => to))].filter((to) => !people.some(({ mail }) => same(mail, to))).sort();

/** The person's mailbox, and the mailbox of any other address, for providers who have no account here. */
export const MailArea = ({ person, people, links }: MailAreaProps): React.ReactElement => {
  const [box, setBox] = React.useState<'own' | 'other'>('own');
  const [address, setAddress] = React.useState('');
  const [opened, setOpened] = React.useState<string>();
  const { value: all, failure } = usePolled(
    React.useCallback(() => localApi.mail(), []),
    every,
  );
  const owner = box === 'own' ? person.mail : address.trim();
  const mails = (all ?? []).filter(({ to }) =>
    owner === '' ? box === 'other' && !people.some((one) => to.some((each) => same(each, one.mail))) : to.some((each) => same(each, owner)),
  );
  const mail = mails.find(({ id }) => id === opened) ?? mails[0];

  return (
    <div className="mail">
      <div className="bar">
        <TabList size="small" selectedValue={box} onTabSelect={(_, { value }) => setBox(value === 'other' ? 'other' : 'own')}>
          <Tab value="own">{person.displayName}</Tab>
          <Tab value="other">Mail to providers</Tab>
        </TabList>
        {box === 'other' && (
          <Field label="Address" orientation="horizontal">
            <Input list="outside-addresses" value={address} placeholder="All addresses" onChange={(_, { value }) => setAddress(value)} />
            <datalist id="outside-addresses">
              {outsideAddresses(all ?? [], people).map((outside) => (
                <option key={outside} value={outside} />
              ))}
            </datalist>
          </Field>
        )}
      </div>
      {failure && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{failure.message}</MessageBarBody>
        </MessageBar>
      )}
      {all && mails.length === 0 && <p className="quiet">No mail{owner === '' ? '' : ` to ${owner}`}.</p>}
      {mail && (
        <div className="mail-panes">
          <ul className="mail-list" aria-label="Mails, newest first">
            {mails.map((each) => (
              <li key={each.id}>
                <button type="button" className="row" aria-current={each === mail} onClick={() => setOpened(each.id)}>
                  <b>{each.subject}</b>
                  {box === 'other' && <span>{each.to.join(', ')}</span>}
                  <time dateTime={each.sentAt}>{timeOf(each.sentAt)}</time>
                </button>
              </li>
            ))}
          </ul>
          <article className="mail-open" aria-label="Opened mail">
            <h2>{mail.subject}</h2>
            <p className="quiet">
              From {mail.from} to {mail.to.join(', ')}
            </p>
            <MailFrame mail={mail} links={box === 'own' ? links : { ...links, person: undefined }} />
          </article>
        </div>
      )}
    </div>
  );
};
