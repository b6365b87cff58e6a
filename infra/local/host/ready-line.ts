/** How the ready line of the local Functions host begins; a JSON object follows. */
export const readyMark = 'Functions host ready';
/** What a host on standby says when it has loaded its app and waits for its turn. */
export const standbyMark = 'Functions host on standby';
