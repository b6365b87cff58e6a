/** What a step made of the service's answer, without anything that differs from run to run. */
export type Seen = string | number | boolean | null | readonly Seen[] | { readonly [name: string]: Seen };

/** What one step of the scenario came to under one client. */
export interface Observation {
  readonly step: string;
  /** HTTP status of the step's last answer; absent where the step was not tried. */
  readonly status?: number;
  /** `error.code` of a refusal. */
  readonly code?: string;
  /** The more specific code in `error.innerError`. */
  readonly innerCode?: string;
  readonly seen?: Seen;
  /** Why the step was not tried: what the client cannot say, or which earlier step gave nothing to work on. */
  readonly untried?: string;
}

/** A refusal by the service, as a client understood it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;

  constructor(status: number, code: string, message: string, innerCode?: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.innerCode = innerCode;
  }
}

/** Thrown where a step cannot be tried; the message says why. */
export class Untried extends Error {
  override readonly name = 'Untried';
}
