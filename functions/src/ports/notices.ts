import type { NoticeRecipient } from '@ap/shared/domain/notices/notice-recipients';
import type { NoticeSend } from '@ap/shared/domain/notices/notice-send';

/** The record of one message as it lies in its table; the eTag makes the next write conditional. */
export interface StoredSend {
  readonly eTag: string;
  readonly send: NoticeSend;
}

/** Pictures of notices in base64, each under the hash of its bytes. */
export interface NoticePictures {
  readonly keep: (noticeRef: string, hash: string, content: string) => Promise<void>;
  readonly get: (noticeRef: string, hash: string) => Promise<string | undefined>;
}

/** Whom notices were sent to, one row for each recipient. */
export interface NoticeSends {
  /** Enters as pending whoever is not entered yet. Whoever is stays as they stand. */
  readonly enlist: (noticeRef: string, recipients: readonly NoticeRecipient[], at: string) => Promise<void>;
  readonly of: (noticeRef: string) => Promise<readonly StoredSend[]>;
  /** Writes over what was read; `undefined` when somebody else has written meanwhile. */
  readonly write: (noticeRef: string, over: StoredSend, next: NoticeSend) => Promise<StoredSend | undefined>;
}
