/**
 * What crosses between a Functions host and `@azure/functions`. The library's own declarations of this border
 * (`@azure/functions-core`) are not published, so the part that it uses is declared here, as read in its source.
 */

/** One value on the wire; exactly one member is set. */
export interface TypedData {
  readonly string?: string;
  /** JSON text. */
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly int?: number;
  readonly double?: number;
  readonly http?: HttpData;
}

/** A request (url .. body) or a reply (statusCode .. body) of an HTTP function. */
export interface HttpData {
  readonly url?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly statusCode?: string;
  readonly cookies?: readonly CookieData[];
  readonly body?: TypedData | null;
}

/** A cookie as the library hands it over: optional members are wrapped in `{ value }`. */
export interface CookieData {
  readonly name: string;
  readonly value: string;
  readonly domain?: { readonly value: string };
  readonly path?: { readonly value: string };
  readonly expires?: { readonly value: { readonly seconds: number } };
  readonly secure?: { readonly value: boolean };
  readonly httpOnly?: { readonly value: boolean };
  readonly maxAge?: { readonly value: number };
  readonly sameSite?: 'none' | 'lax' | 'strict' | 'explicitNone';
}

export interface Binding {
  readonly type: string;
  readonly direction: 'in' | 'out';
  readonly [option: string]: unknown;
}

export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
  readonly retryOptions?: unknown;
}

export type FunctionCallback = (...args: unknown[]) => unknown;

export interface NamedData {
  readonly name: string;
  readonly data: TypedData;
}

export interface InvocationRequest {
  readonly invocationId: string;
  readonly inputData: readonly NamedData[];
  readonly triggerMetadata: Readonly<Record<string, TypedData>>;
  readonly traceContext?: {
    readonly traceParent: string;
    readonly traceState: string;
    readonly attributes: Readonly<Record<string, string>>;
  };
}

export interface InvocationResponse {
  readonly outputData: readonly NamedData[];
  readonly returnValue?: TypedData | null;
}

export interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], handler: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<InvocationResponse>;
}

/** What the library registers with its host before its first function. */
export interface ProgrammingModel {
  readonly name: string;
  readonly version: string;
  getInvocationModel(context: CoreInvocationContext): InvocationModel;
  getCapabilities(capabilities: Record<string, string>): Promise<Record<string, string>>;
}

export type InvocationState = 'preInvocationHooks' | 'invocation' | 'postInvocationHooks';

export interface CoreInvocationContext {
  readonly invocationId: string;
  readonly request: InvocationRequest;
  readonly metadata: FunctionMetadata;
  state: InvocationState | undefined;
  log(level: string, category: string, message: string): void;
}

/** Hooks receive an open bag of named values that they may replace. */
export type HookContext = Record<string, unknown>;
export type HookCallback = (context: HookContext) => unknown;
