import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Fetched, Files } from './port.ts';
import { presigned, type Unsigned } from './presign.ts';

/** Files in an S3 bucket, through the AWS SDK. */
export function s3Files(bucket: string): Required<Files> {
  const client = new S3Client();
  return {
    async put(path, bytes) {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: bytes }));
    },
    async get(path) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: path }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    async link(path, { name, type, now, until }: Fetched) {
      const asked = new GetObjectCommand({
        Bucket: bucket,
        Key: path,
        ResponseContentType: type,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        ResponseCacheControl: 'no-store',
      });
      const [credentials, region] = await Promise.all([client.config.credentials(), client.config.region()]);
      const unsigned = await unsent(client, asked);
      return presigned(unsigned, { ...credentials, region }, now, Math.ceil((until - now) / 1000));
    },
  };
}

/** What would be sent to S3, in whichever partition it is. */
async function unsent(client: S3Client, command: GetObjectCommand): Promise<Unsigned> {
  let found: Unsigned | undefined;
  command.middlewareStack.add(
    () => async (args) => {
      const { protocol, hostname, port, path, query } = args.request as Unsigned & { hostname: string; port?: number };
      found = { protocol, host: port ? `${hostname}:${port}` : hostname, path, query };
      return { response: {}, output: { $metadata: {} } };
    },
    { step: 'build', priority: 'low', name: 'unsent' },
  );
  await client.send(command);
  if (!found) throw new Error('The SDK has made no request of a command');
  return found;
}
