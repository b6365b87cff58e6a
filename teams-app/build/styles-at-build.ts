import griffel from '@griffel/vite-plugin';
import type { Plugin } from 'vite';

/**
 * Turns `makeStyles` into finished CSS rules, so that neither Griffel's compiler nor its work is in the page. Only modules that make
 * styles are given to it: it would parse every module of the tab.
 */
export const stylesAtBuild = (): Plugin => {
  const plugin = griffel();
  const { transform } = plugin;
  if (typeof transform !== 'function') throw new Error("Griffel's plugin has no transform any more: see its changes.");
  return {
    ...plugin,
    apply: 'build',
    transform: { filter: { id: { exclude: /node_modules/ }, code: /\bmakeStyles\(/ }, handler: transform },
  };
};
