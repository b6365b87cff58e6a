import { parentPort, workerData } from 'node:worker_threads';
import type { PackedRows } from '@ap/shared/search/engine/packed-rows';
import { layOutRows } from '@ap/shared/search/laid-out';

// A thread of its own: lays out the rows that it was started with, hands the base over, and ends. The second file of the bundle (bundle.mjs).
const { rows, outcodes } = workerData as { readonly rows: PackedRows; readonly outcodes: Parameters<typeof layOutRows>[1] };
const laid = layOutRows(rows, outcodes);
parentPort?.postMessage(laid, [...new Set(laid.segments.flat().map(({ buffer }) => buffer as ArrayBuffer))]);
