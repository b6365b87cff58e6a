import { addDays, type LocalDate } from '@ap/shared/domain/days/local-date';
import type { QaCheck } from '@ap/shared/domain/quality/qa-check';
import { mandatoryStandards, type QaStandard } from '@ap/shared/domain/quality/standard';
import type { Provider } from '@ap/shared/domain/register/provider';
import { randomFor } from './random.ts';
import { refOf } from './sample-providers.ts';

/** Providers with a mandatory check that ends within weeks, one that has lapsed, or one that was not passed. All others are current. */
export const dueProviders: readonly string[] = ['P-0011', 'P-0019', 'P-0030', 'P-0042', 'P-0055'];
export const lapsedProviders: readonly string[] = ['P-0014', 'P-0036', 'P-0048'];
export const actionRequiredProvider = 'P-0027';

const checkedBy = 'Sample quality team (synthetic sample data)';
const year = 365;
/** What the sample checks: no single national standard whose title nobody has verified. */
const sampledStandards: readonly QaStandard[] = [...mandatoryStandards, 'admissions', 'quality-of-education'];

type Standing = Pick<QaCheck, 'outcome' | 'checkedOn' | 'expiresOn'>;

/** The standard in question is the insurance where a check is due or lapsed, the policies where one was not passed. */
const standingOf = (provider: string, standard: QaStandard, daysAgo: number, today: LocalDate): Standing => {
  const passed = (checked: number): Standing => ({
    outcome: 'passed',
    checkedOn: addDays(today, -checked),
    expiresOn: addDays(today, year - checked),
  });
  if (standard === 'insurance' && dueProviders.includes(provider)) return passed(year - 21);
  if (standard === 'insurance' && lapsedProviders.includes(provider)) return passed(year + 6);
  if (standard === 'policies' && provider === actionRequiredProvider)
    return { outcome: 'action-required', checkedOn: addDays(today, -12), expiresOn: undefined };
  if (standard === 'quality-of-education') return { outcome: 'scheduled', checkedOn: undefined, expiresOn: undefined };
  return passed(daysAgo);
};

/** Each of these standards of every provider, checked within the last two hundred days but for the few that show what is not current. */
export const sampleQaChecks = (seed: string, providers: readonly Provider[], today: LocalDate): readonly QaCheck[] =>
  providers.flatMap((provider, index) => {
    const visited = randomFor(seed, `${provider.ref} checks`).whole(10, 200);
    return sampledStandards.map((standard, position) => {
      const standing = standingOf(provider.ref, standard, visited, today);
      return {
        ref: refOf('Q', index * sampledStandards.length + position + 1, 5),
        providerRef: provider.ref,
        standard,
        mandatory: mandatoryStandards.includes(standard),
        ...standing,
        checkedBy: standing.checkedOn === undefined ? undefined : checkedBy,
      };
    });
  });
