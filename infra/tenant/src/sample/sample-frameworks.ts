import { addDays, addMonths, type LocalDate, localDate } from '@ap/shared/domain/days/local-date';
import { pence } from '@ap/shared/domain/money/money';
import { defaultEligibleTypes } from '@ap/shared/domain/register/buyer-type';
import { directAwardBases, type Framework } from '@ap/shared/domain/register/framework';
import type { Lot } from '@ap/shared/domain/register/lot';

/** The four lots of the 2018 framework, by their real names. */
const lotNames: readonly (readonly [name: string, description: string])[] = [
  ['Engagement & Reengagement', 'Activities, mentoring and outdoor programmes that bring a young person back into learning.'],
  ['Therapeutic & Counselling', 'Counselling, play and creative therapies, and educational psychology.'],
  ['Educational Provision & Employability', 'Part-time education away from school, vocational courses and preparation for work.'],
  ['Teaching', 'Teachers, teaching assistants and tutors, in person or online.'],
];

const pastFramework: Framework = {
  ref: 'AP-2018',
  name: 'Alternative Provision Framework For Children And Young People',
  authority: 'Dorset County Council',
  status: 'expired',
  liveFrom: localDate('2018-09-01'),
  expiresOn: localDate('2022-08-31'),
  eligibleBuyerTypes: defaultEligibleTypes,
  permittedBases: directAwardBases,
};

/** The first day of the academic year that a day lies in. */
const lastFirstOfSeptember = (today: LocalDate): LocalDate => {
  const year = Number(today.slice(0, 4)) - (today.slice(5) < '09-01' ? 1 : 0);
  return localDate(`${year}-09-01`);
};

/** A framework of the same shape that is live today: from the last 1 September, for four years. */
const currentFramework = (today: LocalDate): Framework => {
  const liveFrom = lastFirstOfSeptember(today);
  return {
    ...pastFramework,
    ref: `AP-${liveFrom.slice(0, 4)}`,
    name: `Alternative Provision Framework ${liveFrom.slice(0, 4)}`,
    authority: 'Dorset sample council',
    status: 'live',
    liveFrom,
    expiresOn: addDays(addMonths(liveFrom, 48), -1),
    maxValue: pence(12_000_000_00),
  };
};

const lotsOf = (framework: Framework, status: Lot['status']): readonly Lot[] =>
  lotNames.map(([name, description], index) => ({
    key: `${framework.ref}-${index + 1}`,
    frameworkRef: framework.ref,
    number: index + 1,
    name,
    description,
    status,
  }));

export interface SampleFrameworks {
  readonly past: Framework;
  readonly current: Framework;
  readonly lots: readonly Lot[];
}

/** Both frameworks with their lots. Throws RangeError before September 2019: the two would be one and the same. */
export const sampleFrameworks = (today: LocalDate): SampleFrameworks => {
  const current = currentFramework(today);
  if (current.ref <= pastFramework.ref) throw new RangeError(`The sample needs a day after the framework of 2018 began: ${today}`);
  return { past: pastFramework, current, lots: [...lotsOf(pastFramework, 'closed'), ...lotsOf(current, 'open')] };
};
