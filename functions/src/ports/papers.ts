import type { Paper } from '@ap/shared/domain/orders/order-paper';

/** Draws papers that people keep. */
export interface Papers {
  /** A tagged PDF (PDF/UA), in English, black on white on A4. */
  readonly pdf: (paper: Paper) => Promise<Uint8Array<ArrayBuffer>>;
}
