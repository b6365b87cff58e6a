/**
 * What can go wrong, by the names of the reference (security 1.4). `armed`: in how many of 1,000 histories a kind may happen at all; `fires`: in how many of 1,000
 * places where it could happen it then does.
 */
export const faultKinds = {
  F1: { what: 'the host dies before a call', armed: 250, fires: 4 },
  F2: { what: 'the host dies after a call: the work is done, the answer lost', armed: 250, fires: 4 },
  F3: { what: 'every host is recycled at once', armed: 250, fires: 400 },
  F4: { what: 'a call hangs until the host is ended by its time limit', armed: 250, fires: 3 },
  F5: { what: 'a host runs the release before: it sends messages of one effect each, and reads no others', armed: 250, fires: 300 },
  F6: { what: 'a list or a store answers 503, and nothing was done', armed: 250, fires: 25 },
  F7: { what: 'a list or a store does what was asked, and its answer is lost', armed: 250, fires: 40 },
  F8: { what: 'a write meets 412', armed: 250, fires: 250 },
  F9: { what: 'a write meets 409', armed: 250, fires: 250 },
  F10: { what: 'a storm of 429 with Retry-After', armed: 250, fires: 120 },
  F11: { what: 'the read model and the delta feed lag', armed: 250, fires: 250 },
  F12: { what: 'a row moves between pages: a reading has it twice, or not at all', armed: 250, fires: 250 },
  F13: { what: 'somebody saves the row by hand', armed: 250, fires: 120 },
  F15: { what: 'the queue delivers a message twice', armed: 250, fires: 100 },
  F16: { what: 'the queue delivers in another order', armed: 250, fires: 300 },
  F17: { what: 'the queue holds a message back for hours', armed: 250, fires: 60 },
  F18: { what: 'the queue loses a message', armed: 250, fires: 80 },
  F19: { what: 'a message that nobody can read', armed: 250, fires: 60 },
  F20: { what: 'the queue gives a message up after five tries', armed: 250, fires: 200 },
  F21: { what: 'mail or bot refuse to send', armed: 250, fires: 150 },
  F22: { what: 'mail or bot send, and their answer is lost', armed: 250, fires: 120 },
  F24: { what: 'clocks of hosts differ by up to five minutes, and time jumps', armed: 250, fires: 150 },
  F25: { what: 'a timer fires twice, late, or not for a day', armed: 250, fires: 300 },
  slow: { what: 'a call takes minutes', armed: 250, fires: 20 },
  token: { what: 'an access token is over: a list or the bot answers 401, and nothing was done', armed: 250, fires: 25 },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly armed: number; readonly fires: number }>>;

export type FaultKind = keyof typeof faultKinds;
export const allFaultKinds = Object.keys(faultKinds) as readonly FaultKind[];
