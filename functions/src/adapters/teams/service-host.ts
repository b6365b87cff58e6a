/** Whether a connector address may be given our token: https, a host on the list to the letter, no credentials and no other port than listed. */
export const serviceHostAllowed = (serviceUrl: string, allowedHosts: readonly string[]): boolean => {
  if (!URL.canParse(serviceUrl)) return false;
  const url = new URL(serviceUrl);
  return url.protocol === 'https:' && url.username === '' && url.password === '' && allowedHosts.includes(url.host);
};
