import { Text } from '@fluentui/react-text';
import * as React from 'react';
import type { OwnCheckReply } from '../../../contract/own-checks.ts';
import { formatDate } from '../../../domain/days/local-date.ts';
import { ownCheckHeadings } from '../../../domain/quality/own-check.ts';
import { Heading } from '../../Heading.tsx';
import { Loaded } from '../../states/Loaded.tsx';
import { Table } from '../Table.tsx';
import { useCommissioning } from '../use-commissioning.tsx';

const whatOf = ({ check }: OwnCheckReply): string =>
  [
    `By ${check?.checkedBy ?? ''}`,
    ...ownCheckHeadings.filter(({ key }) => check?.headings.includes(key)).map(({ label }) => label),
    ...(check?.note === undefined ? [] : [check.note]),
  ].join('. ');

const reviewOf = ({ check }: OwnCheckReply): string =>
  check === undefined ? '' : `${check.overdue ? 'Overdue since ' : ''}${formatDate(check.reviewOn, 'short')}`;

/** Row 25: what schools recorded of their own checks of a provider, beside the council's in its passport. */
export const SchoolsChecks: React.FC<{ readonly providerRef: string }> = ({ providerRef }) => {
  const found = useCommissioning('listOwnChecks', { params: { providerRef } });
  return (
    <section aria-label="Schools' own checks">
      <Heading level={2}>Schools' own checks</Heading>
      <Loaded reads={[found] as const} what="schools' own checks" failed="Schools' own checks could not be loaded">
        {({ schools }) =>
          schools.length === 0 ? (
            <Text block>No school has recorded its own check of this provider.</Text>
          ) : (
            <Table
              caption="What each school or department recorded, the latest first. No school is shown another's."
              columns={[
                { name: 'School or department', of: ({ buyerName }: OwnCheckReply) => buyerName },
                { name: 'Checked', as: 'short', of: ({ check }) => (check === undefined ? '' : formatDate(check.checkedOn, 'short')) },
                { name: 'By whom, and what', of: whatOf },
                { name: 'Review due', as: 'short', of: reviewOf },
              ]}
              rows={schools}
              keyOf={({ buyerRef }) => buyerRef}
            />
          )
        }
      </Loaded>
    </section>
  );
};
