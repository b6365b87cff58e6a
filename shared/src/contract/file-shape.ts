import * as z from 'zod/mini';

/** A file within a reply: its bytes in base64. */
export const fileShape = z.object({ fileName: z.string(), mediaType: z.string(), content: z.string() });
