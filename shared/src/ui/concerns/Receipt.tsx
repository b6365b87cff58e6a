import { Text } from '@fluentui/react-text';
import * as React from 'react';
import { concernPlace } from '../../contract/concern-place.ts';
import type { Place } from '../../contract/place.ts';
import { Confirmation } from '../forms/Confirmation.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { RingLines } from './RingLines.tsx';
import type { useWhomToRing } from './use-concerns.tsx';

interface Props {
  readonly concernRef: string;
  /** The page that it was reported from. */
  readonly back: Place;
  readonly toRing: Pick<ReturnType<typeof useWhomToRing>, 'lines' | 'teamPhone'>;
}

/** That the concern arrived, under which reference, and what happens next. */
export const Receipt: React.FC<Props> = ({ concernRef, back, toRing: { lines, teamPhone } }) => (
  <>
    <PageHeading>Concern reported</PageHeading>
    <Confirmation title={`Your reference is ${concernRef}`}>
      <Text block>
        The commissioner on duty has been told. You see under{' '}
        <PlaceLink to={concernPlace({ at: 'mine' })}>Concerns that you reported</PlaceLink> where it stands, but not how it ends. The
        provider and other schools are not told who reported.
      </Text>
      <Text block>
        If you learn more, {teamPhone === undefined ? 'contact' : `ring ${teamPhone} and ask for`} the commissioning team with this
        reference. If a child is in danger, ring again:
      </Text>
    </Confirmation>
    <RingLines lines={lines} />
    <div>
      <PlaceLink to={back}>{back.at === 'service' ? 'Back to the service' : 'Back to the request'}</PlaceLink>
    </div>
  </>
);
