/** Where the three storage services listen on this machine. */
export interface StoragePorts {
  readonly blob: number;
  readonly queue: number;
  readonly table: number;
}

/** The account and key that Azurite publishes for everybody; they open nothing but an Azurite. */
const account = 'devstoreaccount1';
const publishedKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** The connection string of an Azurite on these ports. */
export function connectionStringFor(ports: StoragePorts): string {
  const endpoint = (port: number): string => `http://127.0.0.1:${port}/${account}`;
  return [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${publishedKey}`,
    `BlobEndpoint=${endpoint(ports.blob)}`,
    `QueueEndpoint=${endpoint(ports.queue)}`,
    `TableEndpoint=${endpoint(ports.table)}`,
  ].join(';');
}
