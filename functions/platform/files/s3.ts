import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Fetched, Files } from './port.ts';

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
      const expiresIn = Math.ceil((until - now) / 1000);
      return getSignedUrl(client, asked, { expiresIn, signingDate: new Date(now) });
    },
  };
}
