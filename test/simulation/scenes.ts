/** What a history may play beside the requests of one school; each is played in so many of 1,000 histories. */
export const scenes = {
  schools: { what: 'a second school sends requests too, and its people try what is not theirs', played: 300 },
  block: { what: 'two schools buy days together, pledge, draw on them and pass them on', played: 250 },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly played: number }>>;

export type Scene = keyof typeof scenes;
export const allScenes = Object.keys(scenes) as readonly Scene[];
/** The scenes of one history. */
export type Stage = ReadonlySet<Scene>;
