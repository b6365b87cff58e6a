const key = 'ap.route-before-sign-in';
const keptForMs = 10 * 60_000;

/** Notes where a person was before sign-in, because consent may replace the whole window and come back to the app's front page. */
export const rememberRoute = (path: string): void => {
  sessionStorage.setItem(key, JSON.stringify({ path, at: Date.now() }));
};

/** The route noted in the last ten minutes; it is given once. */
export const takeRoute = (): string | undefined => {
  const noted = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (noted === null) return undefined;
  const { path, at } = JSON.parse(noted) as { path: string; at: number };
  return Date.now() - at < keptForMs ? path : undefined;
};
