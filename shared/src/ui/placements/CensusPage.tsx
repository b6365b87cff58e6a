import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { listCensusPlacements } from '../../contract/placements.ts';
import { placementsApi } from '../../contract/placements-api.ts';
import { placementsPlace } from '../../contract/placements-place.ts';
import { censusTable, notStartedSentence } from '../../domain/census/ap-placement.ts';
import { formatDate, type LocalDate } from '../../domain/days/local-date.ts';
import { parseUkDate } from '../../domain/days/uk-date.ts';
import { Paged } from '../commissioning/Paged.tsx';
import { type Column, Table } from '../commissioning/Table.tsx';
import { Files } from '../files/Files.tsx';
import { Form } from '../forms/Form.tsx';
import { DateField } from '../forms/fields/DateField.tsx';
import { SelectField } from '../forms/fields/SelectField.tsx';
import type { FormError } from '../forms/form-error.ts';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { NoAccess } from '../states/NoAccess.tsx';
import { useApi } from '../use-api.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0, overflowWrap: 'anywhere' },
});

type Reply = ReplyOf<typeof listCensusPlacements>;
type Row = Reply['rows'][number];

interface Asked {
  readonly buyerRef: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const columns: readonly Column<Row>[] = [
  { name: 'Pupil', of: ({ pupilRef }) => pupilRef },
  { name: 'Order', of: ({ ref, orderNumber }) => <PlaceLink to={{ at: 'call-off', ref }}>{orderNumber}</PlaceLink>, as: 'short' },
  { name: 'Setting', of: ({ urn, ukprn, settingType }) => (urn ? `URN ${urn}` : ukprn ? `UKPRN ${ukprn}` : settingType), as: 'short' },
  { name: 'From', of: ({ startDate }) => formatDate(startDate, 'short'), as: 'short' },
  { name: 'To', of: ({ endDate }) => formatDate(endDate, 'short'), as: 'short' },
  { name: 'Pattern', of: ({ attendancePattern }) => (attendancePattern === 'F' ? 'Full-time' : 'Part-time'), as: 'short' },
  { name: 'Sessions', of: ({ sessionsPerWeek }) => sessionsPerWeek, as: 'number' },
  { name: 'To complete', of: ({ toComplete }) => toComplete.join(' ') },
];

/** R26, row 73: the placements of a school for its census, with what it has to complete before it returns them, and the same as a file. */
export const CensusPage: React.FC = () => {
  const me = useApi('getMe', {});
  return (
    <div className={useStyles().page}>
      <div>
        <PlaceLink to={placementsPlace({ at: 'all' })}>All placements</PlaceLink>
      </div>
      <PageHeading>Placements for the school census</PageHeading>
      <Loaded reads={[me] as const} what="your schools" failed="Your schools could not be loaded">
        {({ memberships }) => {
          const own = memberships.filter(({ status, roles }) => status === 'active' && roles.some(isOfSchool));
          return own.length === 0 ? (
            <NoAccess level={2} title="You work for no school here" />
          ) : (
            <Census schools={own.map(({ buyer }) => ({ value: buyer.ref, label: buyer.name }))} />
          );
        }}
      </Loaded>
    </div>
  );
};

const isOfSchool = (role: string): boolean => role === 'requester' || role === 'approver' || role === 'contact';

const Census: React.FC<{ readonly schools: readonly { readonly value: string; readonly label: string }[] }> = ({ schools }) => {
  const [buyerRef, setBuyerRef] = React.useState(schools[0]?.value ?? '');
  const [from, setFrom] = React.useState('');
  const [to, setTo] = React.useState('');
  const [errors, setErrors] = React.useState<readonly FormError[]>([]);
  const [asked, setAsked] = React.useState<Asked>();
  const show = (): void => {
    const first = parseUkDate(from);
    const last = parseUkDate(to);
    setErrors([
      ...(first ? [] : [{ field: 'from', message: 'Enter the first day of the period, such as 18 1 2027' }]),
      ...(last ? [] : [{ field: 'to', message: 'Enter the last day of the period, such as 21 1 2027' }]),
      ...(first && last && last < first ? [{ field: 'to', message: 'Enter a last day that is not before the first one' }] : []),
    ]);
    if (first && last && first <= last) setAsked({ buyerRef, from: first, to: last });
  };
  return (
    <>
      <Text block>
        The school that arranged a placement returns it. Here is what your orders hold. No name, date of birth or UPN of a pupil is kept
        here: your own system knows the pupil by your reference and adds them, with the primary reason of the placement.
      </Text>
      <Form label="Period" errors={errors} onSubmit={show}>
        {schools.length < 2 ? null : (
          <SelectField name="buyerRef" label="School" value={buyerRef} options={schools} onChange={setBuyerRef} />
        )}
        <DateField name="from" label="First day of the period" value={from} onChange={setFrom} />
        <DateField name="to" label="Last day of the period" value={to} onChange={setTo} />
        <div>
          <Button appearance="primary" type="submit">
            Show the placements
          </Button>
        </div>
      </Form>
      {asked ? <Placements asked={asked} /> : null}
    </>
  );
};

const Placements: React.FC<{ readonly asked: Asked }> = ({ asked: { buyerRef, from, to } }) => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host shows no placements.');
  const client = React.useMemo(() => clientOf(placementsApi, service), [service]);
  const read = useSWR<Reply, unknown>(['listCensusPlacements', buyerRef, from, to], () =>
    client.listCensusPlacements({ params: { buyerRef }, query: { from, to } }),
  );
  return (
    <Loaded reads={[read] as const} what="the placements" failed="The placements could not be loaded">
      {(reply) => (
        <>
          <ToLookAt reply={reply} />
          {reply.rows.length === 0 ? (
            <EmptyState level={2} title="No placement ran in this period" />
          ) : (
            <>
              <Paged rows={reply.rows} what="placements">
                {(page) => (
                  <Table
                    caption={`${reply.rows.length} ${reply.rows.length === 1 ? 'placement' : 'placements'}, with what is to complete`}
                    columns={columns}
                    rows={page}
                    keyOf={({ ref }) => ref}
                  />
                )}
              </Paged>
              <Files
                name={`census placements ${from} to ${to}`}
                rows={() => censusTable(reply.rows)}
                workbook={() => client.getCensusFile({ params: { buyerRef }, query: { from, to } })}
              />
            </>
          )}
        </>
      )}
    </Loaded>
  );
};

/** What the checks found, before anything is saved. Each stops nothing: the school may know better. */
const ToLookAt: React.FC<{ readonly reply: Reply }> = ({ reply: { rows, checks, notStarted } }) => {
  const found = [...checks, ...notStarted.map((about) => ({ about, sentence: notStartedSentence }))];
  if (found.length === 0)
    return rows.length === 0 ? null : <Text block>The checks found nothing to look at beside what is to complete.</Text>;
  return (
    <section aria-label="To look at before you return them">
      <Heading level={2}>To look at before you return them</Heading>
      <ul>
        {found.map(({ about, sentence }) => (
          <li key={`${about} ${sentence}`}>
            <b>{about}</b>: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
};
