/** Page numbers to offer, with 'gap' where some are left out: 1 gap 4 5 6 gap 9. Never a gap of one page. */
export const pageNumbers = (current: number, last: number): readonly (number | 'gap')[] => {
  const near = new Set([1, last, current - 1, current, current + 1].filter((page) => page >= 1 && page <= last));
  const shown = [...near].sort((a, b) => a - b);
  return shown.flatMap((page, position) => {
    const missing = page - (shown[position - 1] ?? 0) - 1;
    if (missing === 0) return [page];
    return missing === 1 ? [page - 1, page] : ['gap' as const, page];
  });
};
