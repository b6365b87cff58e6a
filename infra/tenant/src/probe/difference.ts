import type { Observation } from '@ap/local-tenant/scenario/observation';
import type { Aspect, Step } from '@ap/local-tenant/scenario/step';

/** One step of the scenario, as both tenants answered it. */
export interface Row {
  readonly step: string;
  readonly section: string;
  /** How certain the reference is of status, code and what is seen: `D/U/U`. */
  readonly marks: string;
  readonly says: string;
  readonly local: string;
  readonly real: string;
  readonly differs: readonly Aspect[];
  /** True where they differ in something that the reference calls documented or seen in the field. */
  readonly binding: boolean;
}

const aspects: readonly Aspect[] = ['status', 'code', 'seen'];

const aspectOf = (observation: Observation | undefined, aspect: Aspect): string => {
  if (observation === undefined || observation.untried !== undefined) return 'not tried';
  if (aspect === 'status') return String(observation.status ?? '');
  if (aspect === 'code') return [observation.code, observation.innerCode].filter(Boolean).join(' / ');
  return observation.seen === undefined ? '' : JSON.stringify(observation.seen);
};

const sentence = (observation: Observation | undefined): string => {
  if (observation === undefined) return 'not reached';
  if (observation.untried !== undefined) return `not tried: ${observation.untried}`;
  return aspects
    .map((aspect) => aspectOf(observation, aspect))
    .filter((text) => text !== '')
    .join(' ');
};

/** The steps, each as the local tenant and as the real one answered it. A step that only one of them got to is different in everything. */
export const compare = (steps: readonly Step[], local: readonly Observation[], real: readonly Observation[]): readonly Row[] =>
  steps.map(({ name, section, certainty, says }) => {
    const here = local.find(({ step }) => step === name);
    const there = real.find(({ step }) => step === name);
    const differs = aspects.filter((aspect) => aspectOf(here, aspect) !== aspectOf(there, aspect));
    return {
      ...{ step: name, section, says, differs },
      marks: aspects.map((aspect) => certainty[aspect]).join('/'),
      local: sentence(here),
      real: sentence(there),
      binding: differs.some((aspect) => certainty[aspect] !== 'U'),
    };
  });
