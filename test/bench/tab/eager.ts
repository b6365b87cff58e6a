import type { Plugin } from 'vite';

/** Makes every `import()` of our own code an ordinary import: the same app, with everything in its first load. */
export const eager = (): Plugin => ({
  name: 'eager',
  enforce: 'pre',
  config: () => ({ build: { rollupOptions: { output: { codeSplitting: false } } } }),
  transform: {
    filter: { id: { include: /\.tsx?$/, exclude: /node_modules/ }, code: /\bimport\(/ },
    handler: (code) => {
      const imports: string[] = [];
      const changed = code.replace(/\bimport\('([^']+)'\)/g, (_, from: string) => {
        imports.push(`import * as eager${imports.length} from '${from}';`);
        return `Promise.resolve(eager${imports.length - 1})`;
      });
      return { code: `${imports.join('\n')}\n${changed}`, map: null };
    },
  },
});
