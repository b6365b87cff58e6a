/** What the audit chain calls what became of an edit that somebody made in a list. */
export const handEditActions = ['hand-edit-accepted', 'hand-edit-undone'] as const;
export type HandEditAction = (typeof handEditActions)[number];
