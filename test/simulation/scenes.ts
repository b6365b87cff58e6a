/** What a history may play beside the requests of one school; each is played in so many of 1,000 histories. */
export const scenes = {
  schools: { what: 'a second school sends requests too, and its people try what is not theirs', played: 300 },
  block: { what: 'two schools buy days together, pledge, draw on them and pass them on', played: 150 },
  waiting: { what: 'commands that find the register busy wait for it, and pages ask what became of them', played: 350 },
  cards: { what: 'approvers decide on the cards that they were sent too, by the handler of clicks', played: 400 },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly played: number }>>;

export type Scene = keyof typeof scenes;
export const allScenes = Object.keys(scenes) as readonly Scene[];
/** The scenes of one history. */
export type Stage = ReadonlySet<Scene>;
