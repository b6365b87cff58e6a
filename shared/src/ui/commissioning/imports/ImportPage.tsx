import * as React from 'react';
import type { ImportReply } from '../../../contract/imports.ts';
import { Loaded } from '../../states/Loaded.tsx';
import { Page } from '../Page.tsx';
import { useCommand } from '../use-command.tsx';
import { useCommissioning } from '../use-commissioning.tsx';
import { CheckedFile } from './CheckedFile.tsx';
import { FinishedImport } from './FinishedImport.tsx';
import { RunningImport } from './RunningImport.tsx';

/** One file: what it would do, how far its import is, or what became of it. The address keeps it: a person may leave and come back. */
export const ImportPage: React.FC<{ readonly importId: string }> = ({ importId }) => {
  const found = useCommissioning('getImport', { params: { importId } });
  return (
    <Loaded reads={[found] as const} what="this import" failed="This import could not be loaded" page="Import">
      {(seen) => <ImportOf seen={seen} />}
    </Loaded>
  );
};

const ImportOf: React.FC<{ readonly seen: ImportReply }> = ({ seen }) => {
  const command = useCommand('getImport');
  return (
    <Page
      title={`${seen.state === 'checked' ? 'Check' : 'Import'} of ${seen.fileName}`}
      above={[{ to: { at: 'imports' }, name: 'Import' }]}
      told={command.told}
    >
      {seen.state === 'checked' ? <CheckedFile seen={seen} command={command} /> : null}
      {seen.progress && seen.state !== 'checked' && seen.state !== 'finished' ? (
        <RunningImport seen={seen} progress={seen.progress} command={command} />
      ) : null}
      {seen.progress && seen.state === 'finished' ? <FinishedImport seen={seen} progress={seen.progress} command={command} /> : null}
    </Page>
  );
};
