import { operatorStorage } from './storage-of.ts';

test('who is not signed in to Azure is told to sign in, in one sentence', async () => {
  // Of all the ways to sign in this leaves one, which asks nobody: variables that are not set.
  process.env.AZURE_TOKEN_CREDENTIALS = 'EnvironmentCredential';
  try {
    const storage = operatorStorage({ AzureWebJobsStorage__accountName: 'nowhere', DEPLOYMENT_NAME: 'ap' });
    await expect(storage.container('audit').exists()).rejects.toThrow(/^Nobody is signed in to Azure on this machine: `az login`[^\n]*$/);
  } finally {
    delete process.env.AZURE_TOKEN_CREDENTIALS;
  }
});
