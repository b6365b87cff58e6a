import * as React from 'react';
import { Notice } from '../states/Notice.tsx';
import type { Told } from './use-command.tsx';

/** What became of the last command. Stands in the page until the next one; screen readers hear it. */
export const ToldLine: React.FC<{ readonly told: Told | undefined }> = ({ told }) => (
  <div role="status">
    {told === undefined ? null : (
      <Notice intent={told.done ? 'success' : 'error'} title={told.done ? 'Done' : 'Nothing was changed'}>
        {told.sentence}
      </Notice>
    )}
  </div>
);
