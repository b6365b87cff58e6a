import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { fromConcernPath } from '../../contract/concern-place.ts';
import { useSurroundings } from '../HostAdapter.tsx';
import { MyConcerns } from './MyConcerns.tsx';
import { ReportForm } from './ReportForm.tsx';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '72rem',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
});

/** Reporting a concern, and one's own reports. */
export const ConcernsPage: React.FC = () => {
  const { place } = useSurroundings();
  const path = place.at === 'concerns' ? place.path : '';
  const page = fromConcernPath(path);
  return <div className={useStyles().page}>{page.at === 'report' ? <ReportForm key={path} about={page.about} /> : <MyConcerns />}</div>;
};
