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
}
