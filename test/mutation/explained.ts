/** From where to where a change goes; lines and columns count from 1. */
interface Span {
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

const domain = 'shared/src/domain/';
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A change that no test noticed, by what it changes and not by where it stands: `FILE: LINE with «what was» → what came in its place`. It stays the same
 * when code moves, and is another one as soon as its line is edited. Of what goes over several lines the first is told.
 */
export const survivorOf = (path: string, source: string, { start, end }: Span, replacement: string): string => {
  const line = source.split('\n')[start.line - 1] ?? '';
  const to = end.line === start.line ? end.column - 1 : line.length;
  const marked = `${line.slice(0, start.column - 1)}«${line.slice(start.column - 1, to)}»${line.slice(to)}`;
  return `${path.slice(path.indexOf(domain) + domain.length)}: ${plain(marked)} → ${plain(replacement).slice(0, 120)}`;
};

/** What each explained change is explained by. In the text a line with `#` is a reason; the changes below it are those that it explains. */
export const readExplained = (text: string): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>();
  let reason = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) reason = line.slice(1).trim();
    else if (line.trim() !== '') reasons.set(line.trim(), reason);
  }
  return reasons;
};

/** The file of an explained change, and the line of it that the change was made in. */
export const placeOf = (survivor: string): { readonly path: string; readonly line: string } => {
  const [, file = '', line = ''] = /^(\S+): (.*) → /.exec(survivor) ?? [];
  return { path: `${domain}${file}`, line: plain(line.replace(/[«»]/g, '')) };
};

/** The lines of a text as `placeOf` tells them. */
export const linesOf = (source: string): ReadonlySet<string> => new Set(source.split('\n').map(plain));
