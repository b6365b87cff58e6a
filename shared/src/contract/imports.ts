import * as z from 'zod/mini';
import { importKinds } from '../domain/imports/record.ts';
import { rowOutcomes } from '../domain/imports/row.ts';
import { endpoint, type Told } from './endpoint.ts';
import { fileShape } from './file-shape.ts';

const kindShape = z.enum(importKinds);
const importId = z.object({ importId: z.string().check(z.regex(/^[0-9a-f]{32}$/, 'is not an import')) });

/** Ten megabytes in base64, and the words around them. */
export const mostUploadBytes = 14 * 1024 * 1024;

const errorShape = z.object({
  sheet: z.string(),
  row: z.int(),
  address: z.string(),
  heading: z.string(),
  value: z.string(),
  sentence: z.string(),
});

const rowShape = z.object({
  kind: kindShape,
  sheet: z.string(),
  row: z.int(),
  ref: z.string(),
  outcome: z.enum(rowOutcomes),
  changes: z.array(z.object({ heading: z.string(), from: z.string(), to: z.string() })),
  errors: z.array(errorShape),
});

export const importStates = ['checked', 'running', 'paused', 'stopping', 'finished'] as const;

export const importReply = z.object({
  importId: z.string(),
  fileName: z.string(),
  checkedAt: z.string(),
  /** The check is forgotten then; a confirmed import is carried out whatever the time. */
  expiresAt: z.string(),
  state: z.enum(importStates),
  sheets: z.array(z.object({ name: z.string(), kind: kindShape, rows: z.int(), left: z.array(z.string()) })),
  /** Sheets that were not read: none of the kinds. */
  aside: z.array(z.string()),
  sheetErrors: z.array(errorShape),
  counts: z.object({ new: z.int(), changed: z.int(), same: z.int(), conflict: z.int(), error: z.int() }),
  /** The first rows that are wrong, in conflict, changed or new, in this order; all of them are in the report. */
  rows: z.array(rowShape),
  progress: z.optional(
    z.object({
      total: z.int(),
      done: z.int(),
      left: z.int(),
      created: z.int(),
      updated: z.int(),
      alreadyThere: z.int(),
      /** The tenant asked to wait until then. */
      pausedUntil: z.optional(z.string()),
      notWritten: z.array(z.object({ sheet: z.string(), row: z.int(), ref: z.string(), sentence: z.string() })),
      /** Somebody stopped it: what is left was not written. */
      stoppedBy: z.optional(z.string()),
      stoppedAt: z.optional(z.string()),
      finishedAt: z.optional(z.string()),
    }),
  ),
});
export type ImportReply = Told<z.infer<typeof importReply>>;

export const checkImport = endpoint({
  name: 'checkImport',
  summary: 'Check a file of providers, sites, services, rates, QA checks or buyers: nothing is written',
  method: 'POST',
  path: '/imports',
  roles: ['commissioner'],
  bodyLimit: mostUploadBytes,
  body: z.object({
    fileName: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    /** The file in base64. */
    content: z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'is not base64')),
  }),
  reply: importReply,
  success: 201,
});

export const getImport = endpoint({
  name: 'getImport',
  summary: 'What a file would do, or how far its import is',
  method: 'GET',
  path: '/imports/{importId}',
  roles: ['commissioner'],
  params: importId,
  reply: importReply,
});

export const confirmImport = endpoint({
  name: 'confirmImport',
  summary: 'Carry out an import that was checked',
  method: 'POST',
  path: '/imports/{importId}/confirmation',
  roles: ['commissioner'],
  params: importId,
  body: z.object({
    /** How many rows with errors are left out on purpose: the number that was shown. Nothing is written while it is another. */
    leaveOut: z.int().check(z.minimum(0)),
    conflicts: z.enum(['keep-register', 'follow-file']),
  }),
  reply: importReply,
  success: 202,
});

export const stopImport = endpoint({
  name: 'stopImport',
  summary: 'Stops an import that is being carried out: what is written stays, the rest is left; of one that is over nothing changes',
  method: 'POST',
  path: '/imports/{importId}/stop',
  roles: ['commissioner'],
  params: importId,
  reply: importReply,
  success: 202,
});

export const getImportErrors = endpoint({
  name: 'getImportErrors',
  summary: 'Every error of a file by its cell, as CSV',
  method: 'GET',
  path: '/imports/{importId}/errors',
  roles: ['commissioner'],
  params: importId,
  reply: fileShape,
});

export const getImportTemplate = endpoint({
  name: 'getImportTemplate',
  summary: 'A workbook to fill in',
  method: 'GET',
  path: '/import-templates/{kind}',
  roles: ['commissioner'],
  params: z.object({ kind: kindShape }),
  reply: fileShape,
});
