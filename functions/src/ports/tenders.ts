import type { Application } from '@ap/shared/domain/tenders/application/application';
import type { Award } from '@ap/shared/domain/tenders/award/award';
import type { Clarification } from '@ap/shared/domain/tenders/clarification/clarification';
import type { LotApplication } from '@ap/shared/domain/tenders/evaluation/lot-application';
import type { Ranking } from '@ap/shared/domain/tenders/evaluation/ranking';
import type { ScoreSheet } from '@ap/shared/domain/tenders/evaluation/score-sheet';
import type { FrameworkTender } from '@ap/shared/domain/tenders/framework/framework-tender';
import type { PriceBook } from '@ap/shared/domain/tenders/prices/price-book';
import type { Round } from '@ap/shared/domain/tenders/round/round';
import type { RecordRegister } from './records.ts';

/** The records of the way onto the framework, each in its list. */
export interface TenderRegisters {
  readonly frameworks: RecordRegister<FrameworkTender>;
  readonly rounds: RecordRegister<Round>;
  readonly clarifications: RecordRegister<Clarification>;
  readonly applications: RecordRegister<Application>;
  readonly lotApplications: RecordRegister<LotApplication>;
  readonly scoreSheets: RecordRegister<ScoreSheet>;
  readonly rankings: RecordRegister<Ranking>;
  readonly awards: RecordRegister<Award>;
  readonly priceBooks: RecordRegister<PriceBook>;
}
