import { Button } from '@fluentui/react-button';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import { getOwnChecks, type OwnCheckReply } from '../../contract/own-checks.ts';
import { ownCheckHeadings } from '../../domain/quality/own-check.ts';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { later } from '../later.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { Notice } from '../states/Notice.tsx';
import { useApi } from '../use-api.tsx';
import { ownCheckSentence } from './own-check-sentence.ts';

const OwnCheckForm = later(async () => (await import('./OwnCheckForm.tsx')).OwnCheckForm);

interface Props {
  readonly providerRef: string;
  readonly buyerRef?: string;
}

/** Each of the caller's schools with its own check of a provider; with `buyerRef` that one, as a line of a request. Nothing for whoever is of no school. */
export const RecordedChecks: React.FC<Props> = ({ providerRef, buyerRef }) => {
  const { service } = useSteadySurroundings();
  const me = useApi('getMe', {});
  const own = me.data?.memberships.some(({ status, roles }) => status === 'active' && roles.some((role) => schoolRoles.includes(role)));
  const asked = own && service ? (['getOwnChecks', providerRef, service] as const) : null;
  const found = useSWR(asked, ([, ref, of]) => clientOf({ getOwnChecks }, of).getOwnChecks({ params: { providerRef: ref } }));
  if (!own) return null;
  return (
    <Loaded reads={[found] as const} what="your school's own check" failed="Your school's own check could not be loaded">
      {({ schools }) => (
        <>
          {schools.map((school) =>
            buyerRef === undefined ? (
              <School
                key={school.buyerRef}
                school={school}
                named={schools.length > 1}
                providerRef={providerRef}
                onRecorded={found.mutate}
              />
            ) : school.buyerRef === buyerRef ? (
              <Line key={buyerRef} school={school} />
            ) : null,
          )}
        </>
      )}
    </Loaded>
  );
};

const schoolRoles: readonly string[] = getOwnChecks.roles;

/** It warns where there is none, or its review is overdue, and stops nothing. */
const Line: React.FC<{ readonly school: OwnCheckReply }> = ({ school }) =>
  school.check && !school.check.overdue ? (
    <p>{ownCheckSentence(school)}</p>
  ) : (
    <Notice intent="warning" title={ownCheckSentence(school)}>
      You can go on. Check before the pupil starts, and record it on the page of the service.
    </Notice>
  );

interface SchoolProps {
  readonly school: OwnCheckReply;
  /** Whether it must be said which school it is. */
  readonly named: boolean;
  readonly providerRef: string;
  readonly onRecorded: () => Promise<unknown>;
}

const School: React.FC<SchoolProps> = ({ school, named, providerRef, onRecorded }) => {
  const [open, setOpen] = React.useState(false);
  const { buyerName, check } = school;
  return (
    <section aria-label={`Own check: ${buyerName}`}>
      {named ? <Heading level={3}>{buyerName}</Heading> : null}
      <p>
        <b>{ownCheckSentence(school)}</b>
      </p>
      {check ? (
        <ul>
          {ownCheckHeadings.map(({ key, label }) => (check.headings.includes(key) ? <li key={key}>{label}</li> : null))}
          {check.note === undefined ? null : <li>{check.note}</li>}
        </ul>
      ) : null}
      {open ? (
        <OwnCheckForm buyerRef={school.buyerRef} providerRef={providerRef} onClose={() => setOpen(false)} onRecorded={onRecorded} />
      ) : (
        <p>
          <Button onClick={() => setOpen(true)}>{named ? `Record a check by ${buyerName}` : 'Record your own check'}</Button>
        </p>
      )}
    </section>
  );
};
