import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** The secret of a deployment, for the operator's commands: the functions themselves may only read it. */
export function keySecret({ secretId, region }: { secretId: string; region: string }) {
  const client = new SecretsManagerClient({ region });
  return {
    /** @returns undefined while it is not there or holds the one random word that a deploy puts into a new secret */
    async read(): Promise<string | undefined> {
      try {
        const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
        return SecretString.trimStart().startsWith('{') ? SecretString : undefined;
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },
    async write(text: string): Promise<void> {
      await client.send(new PutSecretValueCommand({ SecretId: secretId, SecretString: text }));
    },
  };
}
