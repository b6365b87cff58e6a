/** The application permissions in a token of Entra; its signature is the service's business. */
export const rolesIn = (token: string): readonly string[] => {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const { roles } = claims as { roles?: unknown };
  return Array.isArray(roles) ? roles.map(String) : [];
};
