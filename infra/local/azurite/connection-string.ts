/** Where the three storage services listen on this machine. */
export interface StoragePorts {
  readonly blob: number;
  readonly queue: number;
  readonly table: number;
}

/** The account and key that Azurite publishes for everybody; they open nothing but an Azurite. */
const account = 'devstoreaccount1';
const publishedKey = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

type Scheme = 'http' | 'https';

/** Where the three services of an Azurite on these ports are, with the name of the account. */
export const addressesOf = (ports: StoragePorts, scheme: Scheme): Readonly<Record<keyof StoragePorts, string>> => {
  const at = (port: number): string => `${scheme}://127.0.0.1:${port}/${account}`;
  return { blob: at(ports.blob), queue: at(ports.queue), table: at(ports.table) };
};

/** The connection string of an Azurite on these ports. */
export function connectionStringFor(ports: StoragePorts, scheme: Scheme = 'http'): string {
  const { blob, queue, table } = addressesOf(ports, scheme);
  return [
    `DefaultEndpointsProtocol=${scheme}`,
    `AccountName=${account}`,
    `AccountKey=${publishedKey}`,
    `BlobEndpoint=${blob}`,
    `QueueEndpoint=${queue}`,
    `TableEndpoint=${table}`,
  ].join(';');
}
