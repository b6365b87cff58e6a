import type { AttendanceDay } from '@ap/shared/domain/attendance/attendance-day';
import type { BlockPurchase } from '@ap/shared/domain/block-purchases/block-purchase';
import type { ProviderChange } from '@ap/shared/domain/provider-changes/provider-change';
import type { OrderReviews } from '@ap/shared/domain/reviews/order-reviews';
import type { BuyerRegister, Policies } from './buyers.ts';
import type { CallOffRegister } from './call-offs.ts';
import type { Clock, Hashes, Log } from './clock.ts';
import type { Audit, Effects } from './effects.ts';
import type { Drafts, Shortlists } from './kept.ts';
import type { Budgets, LedgerRegister } from './ledgers.ts';
import type { CapabilityLinks, Secrets } from './links.ts';
import type { ActivityFeed, Cards, Mail, Welcomes } from './messages.ts';
import type { AwardedRegister, Directory, LotRegister, ProviderRegister } from './providers.ts';
import type { QualityRegisters } from './quality.ts';
import type { RecordRegister } from './records.ts';
import type { TenderRegisters } from './tenders.ts';

/** Everything outside, by role. */
export interface Ports {
  readonly clock: Clock;
  readonly callOffs: CallOffRegister;
  readonly sessions: RecordRegister<AttendanceDay>;
  readonly reviews: RecordRegister<OrderReviews>;
  readonly providerChanges: RecordRegister<ProviderChange>;
  readonly tenders: TenderRegisters;
  readonly quality: QualityRegisters;
  readonly providers: ProviderRegister;
  readonly lots: LotRegister;
  readonly ledgers: LedgerRegister;
  readonly blockPurchases: RecordRegister<BlockPurchase>;
  readonly budgets: Budgets;
  readonly awarded: AwardedRegister;
  readonly directory: Directory;
  readonly buyers: BuyerRegister;
  readonly policies: Policies;
  readonly cards: Cards;
  readonly feed: ActivityFeed;
  readonly mail: Mail;
  readonly effects: Effects;
  readonly audit: Audit;
  readonly drafts: Drafts;
  readonly shortlists: Shortlists;
  readonly welcomes: Welcomes;
  readonly links: CapabilityLinks;
  readonly secrets: Secrets;
  readonly hashes: Hashes;
  readonly log: Log;
}
