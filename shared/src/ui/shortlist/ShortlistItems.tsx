import { Button } from '@fluentui/react-button';
import { Checkbox } from '@fluentui/react-checkbox';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { Shortlisted } from '../../contract/shortlist.ts';
import { formatInstant } from '../../domain/days/local-date.ts';
import type { VatBasis } from '../../domain/money/vat-basis.ts';
import { fewestCompared, mostCompared, shortlistLimit } from '../../domain/register/shortlist.ts';
import { useAnnounce } from '../Announcer.tsx';
import { useLastSearch } from '../directory/LastSearch.tsx';
import { sentenceOf } from '../forms/problem-of.ts';
import { useOnce } from '../forms/use-once.tsx';
import { useSurroundings } from '../HostAdapter.tsx';
import { PageHeading } from '../PageHeading.tsx';
import { PlaceLink } from '../PlaceLink.tsx';
import { EmptyState } from '../states/EmptyState.tsx';
import { countWords } from '../words.tsx';
import { ShortlistRow } from './ShortlistRow.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0, maxWidth: '60rem' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    alignItems: 'start',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  removed: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, overflowWrap: 'anywhere' },
  line: { margin: 0 },
});

interface ShortlistItemsProps {
  readonly buyerName: string;
  readonly items: readonly Shortlisted[];
  readonly vat: VatBasis;
  readonly add: (serviceRef: string) => Promise<void>;
  readonly remove: (serviceRef: string) => Promise<void>;
}

/** Every service of the shortlist, to open, to compare, to take off, and to put back as long as the page stands. */
export const ShortlistItems: React.FC<ShortlistItemsProps> = ({ buyerName, items, vat, add, remove }) => {
  const styles = useStyles();
  const { go } = useSurroundings();
  const announce = useAnnounce();
  const last = useLastSearch();
  const { once } = useOnce();
  const [removed, setRemoved] = React.useState<readonly Shortlisted[]>([]);
  const [chosen, setChosen] = React.useState<readonly string[]>([]);
  const [fault, setFault] = React.useState<string>();
  const list = React.useRef<HTMLUListElement>(null);
  const gone = removed.filter(({ serviceRef }) => !items.some((item) => item.serviceRef === serviceRef));
  const shown = [...items, ...gone].sort((a, b) => a.addedAt.localeCompare(b.addedAt));
  const lastGone = gone.at(-1)?.serviceRef;
  React.useEffect(() => {
    if (lastGone !== undefined) list.current?.querySelector<HTMLElement>(`[data-undo="${lastGone}"] button`)?.focus();
  }, [lastGone]);

  const attempt = (work: Promise<void>, then: () => void): Promise<void> =>
    work.then(
      () => {
        setFault(undefined);
        then();
      },
      (error: unknown) => setFault(sentenceOf(error)),
    );
  const takeOff = (item: Shortlisted): void =>
    once(() =>
      attempt(remove(item.serviceRef), () => {
        setRemoved((before) => [...before.filter(({ serviceRef }) => serviceRef !== item.serviceRef), item]);
        setChosen((before) => before.filter((ref) => ref !== item.serviceRef));
        announce(`${nameOf(item)} was removed`);
      }),
    );
  const putBack = (item: Shortlisted): void =>
    once(() => attempt(add(item.serviceRef), () => announce(`${nameOf(item)} is back on the shortlist`)));
  const compare = (): void => {
    if (chosen.length >= fewestCompared && chosen.length <= mostCompared) go({ at: 'shortlist', compare: chosen });
    else setFault(`Choose ${fewestCompared} to ${mostCompared} services to compare.`);
  };
  return (
    <section className={styles.page} aria-label="Shortlist">
      <PageHeading title="Shortlist">{`Shortlist of ${buyerName}`}</PageHeading>
      {shown.length === 0 ? (
        <EmptyState title="The shortlist is empty">
          <div>Add services from the directory. Everybody who acts for {buyerName} sees the same list.</div>
          <PlaceLink to={{ at: 'directory', search: last.current }}>Find services</PlaceLink>
        </EmptyState>
      ) : (
        <>
          <p className={styles.line}>
            {countWords(items.length, 'service')} of at most {shortlistLimit}. Everybody who acts for {buyerName} sees the same list.
          </p>
          <ul ref={list} className={styles.list} aria-label="Services on the shortlist">
            {shown.map((item) => (
              <li key={item.serviceRef} className={styles.item}>
                {gone.includes(item) ? (
                  <div className={styles.removed} data-undo={item.serviceRef}>
                    {nameOf(item)} was removed.
                    <Button size="small" onClick={() => putBack(item)}>
                      {`Undo removal of ${nameOf(item)}`}
                    </Button>
                  </div>
                ) : (
                  <>
                    <Checkbox
                      aria-label={`Compare ${nameOf(item)}`}
                      checked={chosen.includes(item.serviceRef)}
                      onChange={(_, { checked }) =>
                        setChosen(checked ? [...chosen, item.serviceRef] : chosen.filter((ref) => ref !== item.serviceRef))
                      }
                    />
                    <ShortlistRow vat={vat} item={item} added={formatInstant(item.addedAt)} onRemove={() => takeOff(item)} />
                  </>
                )}
              </li>
            ))}
          </ul>
          {fault === undefined ? null : <div role="alert">{fault}</div>}
          <div>
            <Button appearance="primary" onClick={compare}>
              {chosen.length === 0 ? 'Compare services' : `Compare ${countWords(chosen.length, 'service')}`}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};

const nameOf = ({ service, serviceRef }: Shortlisted): string => service?.name ?? serviceRef;
