import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Gives a secret another text; functions that run read it when they next start. */
export async function writeSecret(secretId: string, text: string): Promise<void> {
  await new SecretsManagerClient().send(new PutSecretValueCommand({ SecretId: secretId, SecretString: text }));
}
