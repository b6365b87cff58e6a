/** A part of the tab that only whoever needs it loads, counted apart from what all school staff load in their daily work. */
export interface Part {
  /** In the table of files. */
  readonly short: string;
  /** In the list of totals: what is loaded, and for whom. */
  readonly told: string;
  /** The module that asks for everything else of the part. */
  readonly module: string;
  /** The part that has been loaded before, when this one is opened from it. */
  readonly after?: string;
  /** What it may weigh, in bytes after gzip -9. */
  readonly limit: number;
  /** What the limit is for: a part that grows beyond it has become another one. */
  readonly holds: string;
}
