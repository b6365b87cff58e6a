/** What went wrong, for the log alone: no answer tells it. */
export const faultWords = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : 'unknown');
