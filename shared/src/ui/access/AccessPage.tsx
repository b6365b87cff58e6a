import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { ErrorState } from '../states/ErrorState.tsx';
import { LoadingRows } from '../states/LoadingRows.tsx';
import { useApi } from '../use-api.tsx';
import { AskForAccess } from './AskForAccess.tsx';
import { Members } from './Members.tsx';
import { MyBuyers } from './MyBuyers.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXL,
    maxWidth: '800px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

/** For whom I act, how to ask for more, and, for a contact or a commissioner, who else may. */
export const AccessPage = (): React.ReactElement => (
  <div className={useStyles().page}>
    <PageHeading>Access</PageHeading>
    <Access />
  </div>
);

const Access = (): React.ReactElement => {
  const { host } = useSurroundings();
  const { data, error, mutate } = useApi('getMe', {});
  const [chosen, setChosen] = React.useState<{ readonly ref: string; readonly name: string }>();
  if (!data && error !== undefined)
    return <ErrorState error={error} what="Your access could not be loaded" onRetry={() => void mutate()} />;
  if (!data) return <LoadingRows what="your access" />;
  const mine = data.memberships.filter(({ status, roles }) => status === 'active' && roles.includes('contact')).map(({ buyer }) => buyer);
  const managed = chosen && !mine.some(({ ref }) => ref === chosen.ref) ? [...mine, chosen] : mine;
  return (
    <>
      <MyBuyers memberships={data.memberships} />
      {(host.mayDecide ? managed : []).map(({ ref, name }) => (
        <Members key={ref} buyerRef={ref} buyerName={name} me={data.person} />
      ))}
      <AskForAccess memberships={data.memberships} {...(data.commissioner && host.mayDecide ? { onShowPeople: setChosen } : {})} />
    </>
  );
};
