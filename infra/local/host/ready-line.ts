/** How the ready line of the local Functions host begins; a JSON object follows. */
export const readyMark = 'Functions host ready';
