/** What an Application Insights resource is sent to, from its connection string. */
export interface Ingestion {
  readonly key: string;
  readonly endpoint: string;
}

/** The key and the address of a connection string, which `readSettings` has checked. */
export const ingestionOf = (connectionString: string): Ingestion => {
  const parts = new Map(
    connectionString.split(';').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()];
    }),
  );
  return { key: parts.get('instrumentationkey') ?? '', endpoint: (parts.get('ingestionendpoint') ?? '').replace(/\/$/, '') };
};
