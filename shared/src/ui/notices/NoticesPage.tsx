import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { fromNoticePath } from '../../contract/notice-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { NoticeList } from './NoticeList.tsx';
import { OneNotice } from './OneNotice.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '44rem',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

/** Row 65: notices of the commissioning team for one's school or department: the list, and one of them. */
export const NoticesPage: React.FC = () => {
  const { place } = useSurroundings();
  const page = fromNoticePath(place.at === 'notices' ? place.path : '');
  return <div className={useStyles().page}>{page.at === 'list' ? <NoticeList /> : <OneNotice key={page.ref} noticeRef={page.ref} />}</div>;
};
