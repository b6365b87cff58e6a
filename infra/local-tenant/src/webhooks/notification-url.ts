const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The address as it may be subscribed with, or undefined. The service takes https alone. This tenant also takes http to the
 * machine itself, because the product's local host speaks no TLS: `http://localhost:7071/api/…`. Nothing else differs.
 */
export const acceptableUrl = (text: string): URL | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const local = url.protocol === 'http:' && loopback.has(url.hostname);
  return url.protocol === 'https:' || local ? url : undefined;
};
