/** Of all acts of an order one is open at a time: ten forms at once are none. */
export interface OneOpen {
  readonly open: string | undefined;
  readonly toggle: (act: string) => void;
}
