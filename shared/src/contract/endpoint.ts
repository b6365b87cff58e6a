import type * as z from 'zod/mini';
import { memberRoles } from '../domain/people/membership.ts';

/** Roles that a route may ask for. `signed-in` is anyone from an allowed tenant; the others come from memberships, read from the register. */
export const routeRoles = ['signed-in', ...memberRoles] as const;
export type RouteRole = (typeof routeRoles)[number];

type Shape = z.ZodMiniType | undefined;
type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What an `Idempotency-Key` must look like. */
export const idempotencyKeyPattern = /^[A-Za-z0-9-]{16,64}$/;

/**
 * One HTTP operation as a value. From it come the Azure function, request validation, the authorisation matrix, the typed client,
 * and the OpenAPI document. `roles`: any one of them suffices; [] is open to the world.
 */
export interface Endpoint<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Reply extends z.ZodMiniType = z.ZodMiniType,
  Method extends HttpMethod = HttpMethod,
> {
  /** Name of the function and of the client's method. */
  readonly name: string;
  readonly summary: string;
  readonly method: Method;
  readonly path: `/${string}`;
  readonly roles: readonly RouteRole[];
  /** Whether the web part's client may call it: its permission is shared by every script in the tenant, so it only reads and drafts. */
  readonly openToWebPart: boolean;
  /** Whether the caller must send an `Idempotency-Key`, which becomes the command's id. */
  readonly idempotent: boolean;
  /** Whether its command is parked when the register stays busy: 202 says where its outcome is found, and the work goes on by itself. Needs `idempotent`. */
  readonly parks?: true;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  readonly success: 200 | 201 | 202 | 204;
  /** It answers with the bytes of a file of this media type, not with JSON. Its reply is `fileReply`. */
  readonly file?: 'application/pdf' | 'text/calendar';
  /** Bytes that its body may have; 64 KB unless it says more. */
  readonly bodyLimit?: number;
}

/** Declares an endpoint; the parts keep their types. */
export const endpoint = <
  Reply extends z.ZodMiniType,
  Method extends HttpMethod,
  Params extends Shape = undefined,
  Query extends Shape = undefined,
  Body extends Shape = undefined,
>(
  declared: Omit<Endpoint<Params, Query, Body, Reply, Method>, 'openToWebPart' | 'idempotent' | 'success'> &
    Partial<Pick<Endpoint, 'openToWebPart' | 'idempotent' | 'success'>>,
): Endpoint<Params, Query, Body, Reply, Method> =>
  ({ openToWebPart: false, idempotent: false, success: 200, ...declared }) as Endpoint<Params, Query, Body, Reply, Method>;

/** Input that a caller gives, and output that it gets, by endpoint. */
export type ParamsOf<E> = E extends Endpoint<infer P, Shape, Shape> ? (P extends z.ZodMiniType ? Told<z.infer<P>> : undefined) : never;
export type QueryOf<E> = E extends Endpoint<Shape, infer Q, Shape> ? (Q extends z.ZodMiniType ? Told<z.infer<Q>> : undefined) : never;
export type BodyOf<E> = E extends Endpoint<Shape, Shape, infer B> ? (B extends z.ZodMiniType ? Told<z.infer<B>> : undefined) : never;
export type ReplyOf<E> = E extends Endpoint<Shape, Shape, Shape, infer R> ? Told<z.infer<R>> : never;

/** What crosses HTTP: nobody writes into it, so that what it is made of need not be copied. */
export type Told<T> = T extends string | number | boolean | null | undefined | Blob
  ? T
  : T extends readonly (infer Part)[]
    ? readonly Told<Part>[]
    : { readonly [Name in keyof T]: Told<T[Name]> };
