import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import useSWR from 'swr';
import { clientOf } from '../../contract/client.ts';
import type { DelegationPlace, listDelegations } from '../../contract/delegation.ts';
import { delegationApi } from '../../contract/delegation-api.ts';
import type { ReplyOf } from '../../contract/endpoint.ts';
import { DisclosureSection } from '../Disclosure.tsx';
import { Heading } from '../Heading.tsx';
import { useSteadySurroundings } from '../HostAdapter.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { Loaded } from '../states/Loaded.tsx';
import { daysWords } from './away-words.ts';
import { OneApprover, type OneApproverProps } from './OneApprover.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
  place: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

/** Row 49: who decides while an approver is away, at each of the person's schools and departments. */
export const AwayPanel: React.FC = () => {
  const { service } = useSteadySurroundings();
  if (!service) throw new Error('This host names no delegates.');
  const client = React.useMemo(() => clientOf(delegationApi, service), [service]);
  const read = useSWR<ReplyOf<typeof listDelegations>, unknown>('listDelegations', () => client.listDelegations({}));
  const styles = useStyles();
  const show = (place: DelegationPlace): void =>
    void read.mutate((known) => known && { places: known.places.map((each) => (each.buyer.ref === place.buyer.ref ? place : each)) }, {
      revalidate: false,
    });
  return (
    <Loaded reads={[read] as const} what="who decides for whom" failed="Who decides for whom could not be loaded">
      {({ places }) =>
        places.length === 0 ? (
          <EmptyState title="You belong to no school or department yet">
            <PlaceLink to={{ at: 'access' }}>Ask for access</PlaceLink>
          </EmptyState>
        ) : (
          <div className={styles.all}>
            {places.map((place) => (
              <section key={place.buyer.ref} aria-label={place.buyer.name} className={styles.place}>
                {places.length > 1 ? <Heading level={3}>{place.buyer.name}</Heading> : null}
                <Place place={place} client={client} show={show} />
              </section>
            ))}
          </div>
        )
      }
    </Loaded>
  );
};

interface PlaceProps extends Pick<OneApproverProps, 'client' | 'show'> {
  readonly place: DelegationPlace;
}

const Place = ({ place: { buyer, own, standsInFor, others }, ...acting }: PlaceProps): React.ReactElement => {
  const styles = useStyles();
  const [open, setOpen] = React.useState<string>();
  return (
    <>
      {own ? <OneApprover buyerRef={buyer.ref} stoodInFor={own} own {...acting} /> : null}
      {standsInFor.length === 0 ? (
        <Text block>You stand in for nobody.</Text>
      ) : (
        <div>
          <Text block weight="semibold">
            You decide for
          </Text>
          <ul className={styles.list}>
            {standsInFor.map(({ approver, ...days }) => (
              <li key={approver}>{`${approver}, ${daysWords(days)}`}</li>
            ))}
          </ul>
        </div>
      )}
      {others.length === 0 ? null : (
        <div>
          <Text block>As the contact you can name one of the approvers for another who is away already.</Text>
          {others.map((other) => (
            <DisclosureSection
              key={other.approver.objectId}
              title={`${other.approver.name}: ${other.present ? `${other.present.delegate.name} decides ${daysWords(other.present)}` : 'decides alone'}`}
              open={open === other.approver.objectId}
              onToggle={() => setOpen(open === other.approver.objectId ? undefined : other.approver.objectId)}
            >
              <OneApprover buyerRef={buyer.ref} stoodInFor={other} own={false} {...acting} />
            </DisclosureSection>
          ))}
        </div>
      )}
    </>
  );
};
