import type { CheckRecord } from '@ap/shared/domain/quality/check-record';
import type { Concern } from '@ap/shared/domain/quality/concern';
import type { OwnCheck } from '@ap/shared/domain/quality/own-check';
import type { ProviderStanding, RecordedCheck } from '@ap/shared/domain/quality/provider-standing';
import type { StandardRow } from '@ap/shared/domain/quality/standards-catalogue';
import type { Visit } from '@ap/shared/domain/quality/visit';
import type { Age } from './providers.ts';
import type { RecordRegister } from './records.ts';

/** A check as its row says it, with who recorded what where it was decided here. */
export type KnownCheck = RecordedCheck & { readonly decidedAt?: string | undefined };

/** The records by which quality is kept, each in its list. A check that was typed or imported becomes a record with the first command about it. */
export interface QualityRegisters {
  readonly checks: RecordRegister<CheckRecord>;
  readonly standings: RecordRegister<ProviderStanding>;
  readonly visits: RecordRegister<Visit>;
  readonly ownChecks: RecordRegister<OwnCheck>;
  readonly concerns: RecordRegister<Concern>;
  /** Every check of a provider; one that was edited by hand after it was decided here holds on no day. */
  readonly checksOf: (providerRef: string, age: Age) => Promise<readonly KnownCheck[]>;
  /** What providers are checked against, in which words, as last known. */
  readonly standards: () => Promise<readonly StandardRow[]>;
}
