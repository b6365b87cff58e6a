/** Values as Graph gives and takes them, by column. */
export type RawFields = Readonly<Record<string, unknown>>;

/** What rows that are there already are given in a new column. Asked again of a row that has it, it says the same: so it may stop anywhere and begin again. */
export interface Fill {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** The values of `writes`, from those of `reads`. Pure; `null` empties a column. */
  readonly of: (raw: RawFields) => RawFields;
}

/**
 * One step of the lists to a new version, of one list. What a list must have (columns, words of a choice, indexes) is not said here: it is derived from the schema, as
 * provisioning does it. What the step must say is that code exists which needs it, and how rows are filled. There is no way back: a step that was wrong is
 * followed by another.
 */
export interface Migration {
  /** Counted from 2, without gaps: 1 is how the lists were first made. */
  readonly version: number;
  /** The title of the list. */
  readonly list: string;
  /** One sentence for the operator who is shown it. */
  readonly what: string;
  readonly fill?: Fill;
}

/** How the lists were first made. */
export const firstVersion = 1;

/** The version to which these steps bring the lists. Throws where one is missing, or stands out of order. */
export const versionAfter = (migrations: readonly Migration[]): number =>
  migrations.reduce((last, { version, list }) => {
    if (version !== last + 1) throw new Error(`The migration of ${list} is number ${version}; ${last + 1} comes next`);
    return version;
  }, firstVersion);

/** The version without which code of these steps must not write to a list: that of its last step. */
export const neededFor = (migrations: readonly Migration[], list: string): number =>
  Math.max(firstVersion, ...migrations.filter((each) => each.list.toLowerCase() === list.toLowerCase()).map(({ version }) => version));

/** Columns that steps fill: an administrator's program may write them in a list where nobody else may. */
export const filledColumns = (migrations: readonly Migration[], list: string): readonly string[] =>
  migrations.filter((each) => each.list === list).flatMap(({ fill }) => fill?.writes ?? []);
