/** A service that we depend on (Graph, the connector, storage) refused or did not answer. Safe to try again after `retryAfterSeconds`. */
export class ServiceBusy extends Error {
  readonly service: string;
  readonly status: number;
  readonly retryAfterSeconds: number;

  constructor(service: string, status: number, retryAfterSeconds = 10) {
    super(`${service} answered ${status || 'nothing'}`);
    this.name = 'ServiceBusy';
    this.service = service;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Whether it was the quota of the lists that is spent: there is some again within the minute, and to ask whether there is costs nothing (decision 55). */
  get isQuotaSpent(): boolean {
    return this.service === 'graph' && this.status === 429;
  }
}
