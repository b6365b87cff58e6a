import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The files that package.json `main` names, relative to `root`, sorted. `main` may be a glob as the real worker allows:
 * `*`, `**`, `?` and `{a,b}`. Throws when no file matches.
 */
export function entryFiles(root: string, main: string): string[] {
  const pattern = main.replace(/^\.\//, '');
  const literal = pattern.split(/[*{?]/)[0] ?? '';
  const folder = path.join(root, literal.endsWith('/') ? literal : path.dirname(literal));
  const matcher = globExpression(pattern);
  const found = filesUnder(folder)
    .map((file) => path.relative(root, file).split(path.sep).join('/'))
    .filter((file) => matcher.test(file))
    .sort();
  if (found.length === 0) throw new Error(`No file under ${root} matches the entry point "${main}". Has the app been built?`);
  return found;
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path.join(folder, entry.name));
      return entry.isFile() ? [path.join(folder, entry.name)] : [];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function globExpression(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\{[^}]*\}|[.+^$()|[\]\\{}]/g, (token) => {
    if (token === '**/') return '(?:.*/)?';
    if (token === '**') return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('{') && token.length > 1) {
      return `(?:${token
        .slice(1, -1)
        .split(',')
        .map((option) => globExpression(option).source.slice(1, -1))
        .join('|')})`;
    }
    return `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
