import { Button } from '@fluentui/react-button';
import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import { type OpenDataReply, type OpenFramework, openDataApi } from '../../../contract/open-data.ts';
import type { PackageKind } from '../../../domain/open-data/package-kind.ts';
import { useSaving } from '../../files/use-saving.tsx';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Notice } from '../../states/Notice.tsx';
import { frameworkStatusWords } from '../frameworks/framework-words.tsx';
import { Page } from '../Page.tsx';
import { type Column, Table } from '../Table.tsx';
import { useOperation, useOperations } from '../use-operations.tsx';

const useStyles = makeStyles({
  files: { display: 'flex', flexWrap: 'wrap', gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  prose: { maxWidth: '70ch' },
});

/** Row 74: what is published of a framework, its awards and its call-offs, as files that a commissioner puts on the web. */
export const OpenDataPage: React.FC = () => {
  const { prose } = useStyles();
  const read = useOperation(openDataApi, 'listOpenData', {});
  return (
    <Page title="Open data">
      <Text block className={prose}>
        Each framework with its lots and awards, as packages of the Open Contracting Data Standard 1.1 that anybody may use. Nothing is
        published from here: you save a file and put it on the council’s website.
      </Text>
      <Loaded reads={[read] as const} what="open data" failed="Open data could not be loaded">
        {(reply) => <Told reply={reply} />}
      </Loaded>
    </Page>
  );
};

const Told: React.FC<{ readonly reply: OpenDataReply }> = ({ reply: { prefix, fewest, frameworks } }) => {
  const { prose } = useStyles();
  if (prefix === 'missing')
    return (
      <EmptyState level={2} title="The council has no prefix yet">
        Every process in open data has a number that begins with the publisher’s own prefix. Register one with the Open Contracting
        Partnership, then enter it in the row open-data of the Settings list, with the council’s name and the web address of the files.
      </EmptyState>
    );
  return (
    <>
      {prefix === 'sample' ? (
        <Notice intent="warning" title="Sample prefix: do not publish">
          The files have the prefix of the standard’s own examples. Enter the council’s own in the row open-data of the Settings list first.
        </Notice>
      ) : null}
      {frameworks.length === 0 ? <EmptyState level={2} title="There is no framework yet" /> : <Frameworks frameworks={frameworks} />}
      <section aria-label="What is never in a file">
        <Heading level={2}>What is never in a file</Heading>
        <Text block className={prose}>
          No pupil, no school or department that ordered, no price of a provider, no person and no text that somebody wrote about an order.
          A call-off is for one child, so none is in a file by itself: all call-offs to a provider in a lot over a whole financial year are
          one sum, to the nearest £1,000.
          {fewest === undefined
            ? ''
            : ` A sum of fewer than ${fewest.pupils} pupils or ${fewest.buyers} schools or departments is withheld, and a year is told once it is over.`}
        </Text>
      </section>
    </>
  );
};

const sums = ({ told, withheld, running }: OpenFramework): string =>
  [
    told === 0 && withheld === 0 && running.length === 0 ? 'None yet' : `${told} in the files, ${withheld} withheld`,
    ...(running.length === 0 ? [] : [`${running.join(', ')} not over yet`]),
  ].join('; ');

const columns: readonly Column<OpenFramework>[] = [
  { name: 'Framework', of: ({ name }) => name },
  { name: 'Status', of: ({ status }) => frameworkStatusWords[status], as: 'short' },
  { name: 'Lots', of: ({ lots }) => lots, as: 'number' },
  { name: 'Awards', of: ({ awards }) => awards, as: 'number' },
  { name: 'Sums of call-offs', of: sums },
];

const Frameworks: React.FC<{ readonly frameworks: OpenDataReply['frameworks'] }> = ({ frameworks }) => {
  const { files } = useStyles();
  const client = useOperations(openDataApi);
  const { busy, save: saveOne, fault } = useSaving();
  const save = (ref: string, kind: PackageKind): void => saveOne(() => client.getOpenDataFile({ params: { ref, kind } }));
  const filesOf = ({ ref, name, releases }: OpenFramework): React.ReactNode =>
    releases === 0 ? (
      'Nothing of it is public yet'
    ) : (
      <div className={files}>
        <Button size="small" disabledFocusable={busy} aria-label={`Download releases of ${name}`} onClick={() => save(ref, 'releases')}>
          Download releases
        </Button>
        <Button size="small" disabledFocusable={busy} aria-label={`Download records of ${name}`} onClick={() => save(ref, 'records')}>
          Download records
        </Button>
      </div>
    );
  return (
    <>
      <Table
        caption="Frameworks, and what their files hold"
        columns={[...columns, { name: 'Files', of: filesOf }]}
        rows={frameworks}
        keyOf={({ ref }) => ref}
      />
      <Text block>Releases tell each thing that happened, in its order. Records tell the same and how each process stands by now.</Text>
      {fault}
    </>
  );
};
