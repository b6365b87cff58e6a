/** Whether a stack of the local run answers at this address of the API. */
export async function isRunning(api: string): Promise<boolean> {
  try {
    return (await fetch(`${api}/health`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false; // Nothing listens there: whoever asks starts one.
  }
}
