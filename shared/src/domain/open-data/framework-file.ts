import type { Framework } from '../register/framework.ts';
import type { Lot } from '../register/lot.ts';
import type { Provider } from '../register/provider.ts';
import type { Award } from '../tenders/award/award.ts';
import type { FrameworkTender } from '../tenders/framework/framework-tender.ts';
import type { Round } from '../tenders/round/round.ts';
import type { OpenDataPolicy } from './open-data-policy.ts';

/** What the register holds of one framework, and under which names it is published. */
export interface FrameworkFile {
  readonly framework: Framework;
  /** Absent for a framework that was entered by hand. */
  readonly tender: FrameworkTender | undefined;
  readonly rounds: readonly Round[];
  readonly awards: readonly Award[];
  readonly lots: readonly Lot[];
  readonly providers: readonly Provider[];
  readonly policy: OpenDataPolicy;
}
