import { createRequire } from 'node:module';

/** The library's own request. It is asked for as the CommonJS it is: Node finds no name of this class in it for an `import`. */
export const { HttpRequest } = createRequire(import.meta.url)('@azure/functions') as typeof import('@azure/functions');
