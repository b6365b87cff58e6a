/** Thrown when something did not answer in time. */
export class TimedOut extends Error {
  override readonly name = 'TimedOut';
}

/** The promise's own result, or a rejection with `TimedOut` after so many ms. */
export const withTimeOut = <T>(work: Promise<T>, ms: number, what: string): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new TimedOut(`${what} did not answer within ${ms / 1000} seconds.`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
