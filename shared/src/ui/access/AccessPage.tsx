import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../contract/endpoint.ts';
import type { getMe } from '../../contract/me.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { Loaded } from '../states/Loaded.tsx';
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
  const me = useApi('getMe', {});
  return (
    <Loaded reads={[me] as const} what="your access" failed="Your access could not be loaded">
      {(data) => <AccessOf {...data} />}
    </Loaded>
  );
};

const AccessOf = ({ memberships, person, commissioner }: ReplyOf<typeof getMe>): React.ReactElement => {
  const { host } = useSurroundings();
  const [chosen, setChosen] = React.useState<{ readonly ref: string; readonly name: string }>();
  const mine = memberships.filter(({ status, roles }) => status === 'active' && roles.includes('contact')).map(({ buyer }) => buyer);
  const managed = chosen && !mine.some(({ ref }) => ref === chosen.ref) ? [...mine, chosen] : mine;
  return (
    <>
      <MyBuyers memberships={memberships} />
      {(host.mayDecide ? managed : []).map(({ ref, name }) => (
        <Members key={ref} buyerRef={ref} buyerName={name} me={person} />
      ))}
      <AskForAccess memberships={memberships} {...(commissioner && host.mayDecide ? { onShowPeople: setChosen } : {})} />
    </>
  );
};
