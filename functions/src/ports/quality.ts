import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import type { Concern } from '@ap/shared/domain/quality/concern';
import type { ProviderStanding } from '@ap/shared/domain/quality/provider-standing';
import type { Visit } from '@ap/shared/domain/quality/visit';
import type { RecordRegister } from './records.ts';

/** The records by which quality is kept, each in its list. A check that was only typed or imported is no record until the app decides about it. */
export interface QualityRegisters {
  readonly checks: RecordRegister<CheckRecord>;
  readonly standings: RecordRegister<ProviderStanding>;
  readonly visits: RecordRegister<Visit>;
  readonly concerns: RecordRegister<Concern>;
}
