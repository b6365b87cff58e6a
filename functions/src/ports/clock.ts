import type { Rate } from '@ap/shared/domain/money/rate-card';

/** The time, and nothing else, so that tests can fix it. ISO instant. */
export interface Clock {
  readonly now: () => string;
}

/** Hashes that the pure core may not compute itself (SHA-256, hex). */
export interface Hashes {
  readonly rate: (rate: Rate) => string;
  readonly text: (text: string) => string;
}

/** One line of the structured log: ids and enums only, never free text of a person. */
export interface Log {
  readonly event: (level: 'info' | 'warning' | 'error', name: string, ids: Readonly<Record<string, string | number | undefined>>) => void;
}
