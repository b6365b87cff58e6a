import * as React from 'react';
import { hiddenFromSight } from '../hidden-from-sight.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { LoadingRows } from './LoadingRows.tsx';

/** A whole screen to come, whose own title is not known yet: 'Service', 'Request'. It has a heading all the same, as every screen has. */
export const LoadingPage: React.FC<{ readonly title: string; readonly what: string }> = ({ title, what }) => (
  <>
    <div style={hiddenFromSight}>
      <PageHeading>{title}</PageHeading>
    </div>
    <LoadingRows what={what} rows={6} />
  </>
);
