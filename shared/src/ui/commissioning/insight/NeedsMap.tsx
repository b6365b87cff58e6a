import { Text } from '@fluentui/react-text';
import { tokens } from '@fluentui/react-theme';
import { makeStyles } from '@griffel/react';
import * as React from 'react';
import type { ReplyOf } from '../../../contract/endpoint.ts';
import type { listUnmetNeeds } from '../../../contract/unmet-needs.ts';
import { type AreaNeeds, areasOf, lotsNamed, needsOfLot, noLotNamed, withoutArea } from '../../../domain/insight/need-areas.ts';
import { Form } from '../../forms/Form.tsx';
import { SelectField } from '../../forms/fields/SelectField.tsx';
import { Heading } from '../../Heading.tsx';
import { EmptyState } from '../../states/EmptyState.tsx';
import { useIsNarrow } from '../../use-is-narrow.tsx';
import { countWords } from '../../words.tsx';
import { Paged } from '../Paged.tsx';
import { type Column, Table } from '../Table.tsx';
import { laidOut } from './map-layout.ts';
import { reasonNames } from './unmet-words.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalM, minWidth: 0 },
  map: {
    display: 'block',
    width: '100%',
    height: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    fontFamily: 'inherit',
    fontSize: '12px',
  },
  circle: {
    fill: tokens.colorBrandBackground2,
    stroke: tokens.colorBrandStroke1,
    strokeWidth: '1.5px',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
  amount: {
    fill: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { fill: 'CanvasText' },
  },
  name: { fill: tokens.colorNeutralForeground1, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  town: { fill: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { fill: 'GrayText' } },
});

const every = 'every';
const noErrors: readonly never[] = [];
const [wide, small] = [720, 300];

type Told = Pick<ReplyOf<typeof listUnmetNeeds>, 'rows' | 'places' | 'towns'>;

const columnsOf = (places: Told['places']): readonly Column<AreaNeeds>[] => [
  {
    name: 'Area',
    of: ({ outcode }) => {
      const town = places.find((place) => place.outcode === outcode)?.town;
      return town === undefined ? outcode : `${outcode}, ${town}`;
    },
  },
  { name: 'Together', of: ({ total }) => total, as: 'number' },
  { name: reasonNames['no-match'], of: ({ counts }) => counts['no-match'], as: 'number' },
  { name: reasonNames['no-places'], of: ({ counts }) => counts['no-places'], as: 'number' },
  { name: reasonNames['all-declined'], of: ({ counts }) => counts['all-declined'], as: 'number' },
];

/** Row 30: where needs were not met, by lot: a map, and a table that says the same. */
export const NeedsMap: React.FC<{ readonly told: Told }> = ({ told: { rows, places, towns } }) => {
  const styles = useStyles();
  const [lot, setLot] = React.useState(every);
  const { ref, narrow } = useIsNarrow();
  const needs = needsOfLot(rows, lot === every ? undefined : lot);
  const areas = areasOf(needs);
  const elsewhere = withoutArea(needs);
  const options = [
    { value: every, label: 'All' },
    ...lotsNamed(rows).map((name) => ({ value: name, label: name === noLotNamed ? 'No lot named' : name })),
  ];
  return (
    <section aria-label="Where needs were not met" className={styles.section} ref={ref}>
      <Heading level={2}>Where needs were not met</Heading>
      <Form label="Lot to show on the map" errors={noErrors} onSubmit={() => undefined}>
        <div style={{ maxWidth: '24rem' }}>
          <SelectField name="lot" label="Lot" value={lot} options={options} onChange={setLot} />
        </div>
      </Form>
      {areas.length === 0 ? (
        <EmptyState level={3} title="No need of this lot names an area" />
      ) : (
        <>
          <Drawing areas={areas} places={places} towns={towns} width={narrow ? small : wide} />
          <Paged key={lot} rows={areas} what="areas">
            {(page) => (
              <Table caption="The same by area, the most first" columns={columnsOf(places)} rows={page} keyOf={({ outcode }) => outcode} />
            )}
          </Paged>
        </>
      )}
      {elsewhere === 0 ? null : (
        <Text
          block
        >{`${countWords(elsewhere, 'need')}${lot === every ? '' : ' of this lot'} ${elsewhere === 1 ? 'names' : 'name'} no area.`}</Text>
      )}
    </section>
  );
};

interface DrawingProps extends Pick<Told, 'places' | 'towns'> {
  readonly areas: readonly AreaNeeds[];
  readonly width: number;
}

/** A picture of the table below it: whoever does not see it misses nothing, so that it is one picture to a screen reader and nothing to the keyboard. */
const Drawing: React.FC<DrawingProps> = ({ areas, places, towns, width }) => {
  const styles = useStyles();
  const where = new Map(places.map(({ outcode, lat, lon }) => [outcode, { lat, lon }]));
  const points = areas.flatMap(({ outcode, total }) => {
    const position = where.get(outcode);
    return position ? [{ name: outcode, amount: total, ...position }] : [];
  });
  if (points.length === 0) return null;
  const map = laidOut(
    points,
    towns.map((town) => ({ ...town, amount: 0 })),
    width,
  );
  return (
    <svg
      role="img"
      aria-label={`Map of ${countWords(points.length, 'area')}: the table below says the same`}
      viewBox={`0 0 ${map.width} ${map.height}`}
      className={styles.map}
      style={{ maxWidth: `${map.width}px` }}
    >
      {map.towns.map(({ name, x, y, radius, labelled }) => (
        <g key={name} className={styles.town}>
          <circle cx={x} cy={y} r={radius} />
          {labelled ? (
            <text x={x} y={y + radius + 12} textAnchor="middle">
              {name}
            </text>
          ) : null}
        </g>
      ))}
      {map.areas.map(({ name, amount, x, y, radius, labelled }) => (
        <g key={name}>
          <title>{`${name}: ${amount}`}</title>
          <circle cx={x} cy={y} r={radius} className={styles.circle} />
          <text x={x} y={y + 4} textAnchor="middle" className={styles.amount}>
            {amount}
          </text>
          {labelled ? (
            <text x={x} y={y + radius + 12} textAnchor="middle" className={styles.name}>
              {name}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
};
