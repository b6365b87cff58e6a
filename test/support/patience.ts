/** How long, in milliseconds, a test waits for a page or a running part before it says that nothing came: longer than a busy machine needs. */
export const patience = 60_000;
