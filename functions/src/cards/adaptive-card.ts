/** The part of Adaptive Cards 1.5 that the product uses. Teams renders nothing newer, and of an unfolded link nothing newer than 1.3 by its documentation. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.3' | '1.5';
  readonly fallbackText: string;
  /** What a screen reader says of the card as a whole. */
  readonly speak: string;
  readonly body: readonly CardElement[];
  readonly actions?: readonly CardAction[];
}

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly size?: 'Medium' | 'Large';
  readonly weight?: 'Bolder';
  readonly color?: 'Good' | 'Attention' | 'Warning';
  readonly isSubtle?: boolean;
  readonly spacing?: 'None' | 'Small' | 'Medium';
  readonly style?: 'heading';
}

export interface InputText {
  readonly type: 'Input.Text';
  readonly id: string;
  readonly label: string;
  readonly isMultiline?: boolean;
  readonly maxLength?: number;
  readonly value?: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export interface InputNumber {
  readonly type: 'Input.Number';
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value?: number;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

/** Choices, of which one or several may be taken; what was taken comes back as their values with a comma between. */
export interface InputChoiceSet {
  readonly type: 'Input.ChoiceSet';
  readonly id: string;
  readonly label: string;
  readonly style: 'expanded';
  readonly wrap: true;
  readonly isMultiSelect: boolean;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value?: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
}

export interface Container {
  readonly type: 'Container';
  readonly items: readonly CardElement[];
  readonly spacing?: 'Medium';
  readonly separator?: boolean;
}

/** A text that takes the room there is, and beside it the button that belongs to it. */
export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly separator?: boolean;
  readonly spacing?: 'Medium';
  readonly columns: readonly [
    { readonly type: 'Column'; readonly width: 'stretch'; readonly items: readonly CardElement[] },
    {
      readonly type: 'Column';
      readonly width: 'auto';
      readonly verticalContentAlignment: 'Center';
      readonly items: readonly [{ readonly type: 'ActionSet'; readonly actions: readonly [ActionOpenUrl] }];
    },
  ];
}

export type CardElement = TextBlock | InputText | InputNumber | InputChoiceSet | Container | ColumnSet;

/**
 * What a click sends back: an opaque reference and what the person was looking at. Nothing in it is trusted.
 * Microsoft's renderer keeps `key` and `msteams` of a card's data for itself: a click on data with a `key` of ours fails in its client.
 */
export interface ActionData {
  readonly ref: string;
  /** Of an approval: which step of which round was looked at. */
  readonly round?: number;
  readonly step?: number;
  /** Of an award: as which version it was looked at. */
  readonly version?: number;
  readonly commandKey: string;
}

export interface ActionSubmit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: ActionData & { readonly verb: string };
}

export interface ActionExecute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: ActionData;
  readonly style?: 'positive' | 'destructive';
  /** Older clients submit instead: handled the same. */
  readonly fallback: ActionSubmit;
}

/** Asks the bot for a dialog. `data` names what it is about; who asked is known from the activity only. */
export interface ActionDialog {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: { readonly msteams: { readonly type: 'task/fetch' } } & Readonly<Record<string, unknown>>;
}

export interface ActionOpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

export type CardAction = ActionExecute | ActionDialog | ActionOpenUrl;
