/** A column as the tenant has it. `facet` is Graph's name of its type, `settings` that facet's members. */
export interface PresentColumn {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly required: boolean;
  readonly indexed: boolean;
  readonly enforceUniqueValues: boolean;
  readonly facet: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface PresentView {
  readonly title: string;
  readonly columns: readonly string[];
  /** CAML, as SharePoint keeps it. */
  readonly query: string;
  readonly isDefault: boolean;
}

/** What only SharePoint REST tells about a list. */
export interface PresentHandling {
  readonly versionLimit: number | 'off';
  readonly attachments: boolean;
  readonly views: readonly PresentView[];
  /** Column formatting by internal name, as JSON text. */
  readonly formatters: Readonly<Record<string, string>>;
  /**
   * Whether people may change items by hand: everyone by the site's roles, nobody, nobody may even read but the named people (who read, or edit), or a
   * mixture that somebody made.
   */
  readonly people: 'as-on-site' | 'read-only' | 'named-read' | 'named-edit' | 'mixed';
}

/** The kind of every list of the register, in Graph's words. */
export const listTemplate = 'genericList';

/** A list of another kind is not the register's, whatever its title: a communication site, say, comes with a list of events. */
export const isStrange = ({ template }: { readonly template: string }): boolean => template !== listTemplate;

/** A list as the tenant has it. Without `handling`, SharePoint REST could not be asked. */
export interface PresentList {
  readonly title: string;
  readonly description: string;
  readonly template: string;
  readonly columns: readonly PresentColumn[];
  readonly handling?: PresentHandling;
}

/** A list as it is just after it was made with a title and a description: one required column, nothing kept for later. */
export const newList = (title: string, description: string, withHandling: boolean): PresentList => ({
  title,
  description,
  template: listTemplate,
  columns: [
    {
      name: 'Title',
      displayName: 'Title',
      description: '',
      required: true,
      indexed: false,
      enforceUniqueValues: false,
      facet: 'text',
      settings: { maxLength: 255 },
    },
  ],
  ...(withHandling ? { handling: { versionLimit: 'off', attachments: true, views: [], formatters: {}, people: 'as-on-site' } } : {}),
});
