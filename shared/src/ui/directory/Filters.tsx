import * as React from 'react';
import type { DirectoryReply } from '../../contract/directory.ts';
import { deliveryModes, keyStages, needs } from '../../domain/register/service.ts';
import { deliveryModeNames, keyStageWithAges, needNames } from '../../domain/register/service-names.ts';
import { Disclosure } from '../Disclosure.tsx';
import { later } from '../later.tsx';
import { CheckboxFacet } from './CheckboxFacet.tsx';
import type { SearchState } from './search-state.tsx';

// Forms of their own in sections that are closed at first: their code comes when they are opened.
const DistanceFacet = later(async () => (await import('./DistanceFacet.tsx')).DistanceFacet);
const AvailabilityFacet = later(async () => (await import('./AvailabilityFacet.tsx')).AvailabilityFacet);
const PlanForm = later(async () => (await import('../planned-timetable/PlanForm.tsx')).PlanForm);
const AgeFacet = later(async () => (await import('./AgeFacet.tsx')).AgeFacet);
const PriceFacet = later(async () => (await import('./PriceFacet.tsx')).PriceFacet);

interface FiltersProps {
  readonly state: SearchState;
  /** The basis on which prices are compared, once it is known. */
  readonly vat: DirectoryReply['vat'] | undefined;
  readonly facets: DirectoryReply['facets'] | undefined;
  /** Where distances are measured from, in words. */
  readonly from: string | undefined;
  readonly change: (patch: Partial<SearchState>) => void;
}

type Counted = readonly { readonly value: string; readonly count: number }[];
const countsOf = (facet: Counted | undefined): Readonly<Record<string, number>> =>
  Object.fromEntries((facet ?? []).map(({ value, count }) => [value, count]));

/** Every facet, each in a section that opens and closes. Those in use are open when the page opens. */
export const Filters: React.FC<FiltersProps> = ({ state, vat, facets, from, change }) => {
  const [opened] = React.useState(() => inUse(state));
  const options = <V extends string>(values: readonly V[], nameOf: (value: V) => string, facet: Counted | undefined) => {
    const counts = countsOf(facet);
    return values.map((value) => ({ value, label: nameOf(value), count: facet === undefined ? undefined : (counts[value] ?? 0) }));
  };
  const sections: readonly (readonly [string, string, React.ReactNode])[] = [
    [
      'needs',
      'Need',
      <CheckboxFacet
        key="needs"
        legend="Need"
        options={options(needs, (need) => needNames[need], facets?.needs)}
        chosen={state.needs}
        onChange={(chosen) => change({ needs: chosen })}
      />,
    ],
    [
      'ages',
      'Age and key stage',
      <React.Fragment key="ages">
        <AgeFacet age={state.age} ageTo={state.ageTo} onChange={change} />
        <CheckboxFacet
          legend="Key stage"
          options={options(keyStages, keyStageWithAges, facets?.keyStages)}
          chosen={state.keyStages}
          onChange={(chosen) => change({ keyStages: chosen })}
        />
      </React.Fragment>,
    ],
    [
      'modes',
      'Where it takes place',
      <CheckboxFacet
        key="modes"
        legend="Where it takes place"
        options={options(deliveryModes, (mode) => deliveryModeNames[mode], facets?.modes)}
        chosen={state.modes}
        onChange={(chosen) => change({ modes: chosen })}
      />,
    ],
    ['distance', 'Distance', <DistanceFacet key="distance" radius={state.radius} from={from} onChange={(radius) => change({ radius })} />],
    ['start', 'Places and start', <AvailabilityFacet key="start" {...state} counts={facets} onChange={change} />],
    ['plan', 'Cost of your timetable', <PlanForm key="plan" plan={state.plan} onPlan={(plan) => change(plannedAs(plan, state.sort))} />],
    [
      'price',
      'Price',
      <PriceFacet
        key="price"
        unit={state.unit}
        vat={vat}
        priceFrom={state.priceFrom}
        priceTo={state.priceTo}
        counts={countsOf(facets?.units)}
        onChange={change}
      />,
    ],
    [
      'lots',
      'Lot of the framework',
      <CheckboxFacet
        key="lots"
        legend="Lot of the framework"
        options={facets?.lots ?? []}
        chosen={state.lots}
        onChange={(chosen) => change({ lots: chosen })}
      />,
    ],
  ];
  return (
    <>
      {sections.map(([key, title, facet]) => (
        <Disclosure key={key} title={title} openAtFirst={opened.includes(key)}>
          {facet}
        </Disclosure>
      ))}
    </>
  );
};

/** Without a timetable there is no cost to sort by. */
const plannedAs = (plan: string | undefined, sort: SearchState['sort']): Partial<SearchState> =>
  plan === undefined && sort === 'package' ? { plan, sort: 'best' } : { plan };

const inUse = (state: SearchState): string[] => [
  'needs',
  ...(state.age !== undefined || state.keyStages.length > 0 ? ['ages'] : []),
  ...(state.modes.length > 0 ? ['modes'] : []),
  ...(state.radius !== undefined ? ['distance'] : []),
  ...((state.placesFree ?? state.startBy) ? ['start'] : []),
  ...(state.plan ? ['plan'] : []),
  ...(state.unit !== undefined ? ['price'] : []),
  ...(state.lots.length > 0 ? ['lots'] : []),
];
