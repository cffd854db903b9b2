/** The API as one OpenAPI 3.1 document. Everything in it comes from the contracts, in their order. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDocument, type ZodOpenApiOverride, type ZodOpenApiPathsObject } from 'zod-openapi';
import packageJson from '../../package.json' with { type: 'json' };
import type { Route, RouteName } from '../../shared/contracts/route.ts';
import { capabilities } from './capabilities.ts';
import { components } from './components.ts';
import { operationOf } from './operation.ts';

const folder = join(import.meta.dirname, '../../docs/api');
export const documentPath = join(folder, 'openapi.json');

/** @returns the text of docs/api/openapi.json, the same for the same contracts */
export function renderDocument(): string {
  const document = createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: '时间银行 Timebank API',
        version: packageJson.version,
        description: introduction(),
        license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
      },
      tags: capabilities.map(({ name, title, about }) => ({
        name,
        'x-displayName': title,
        description: `${title}：${about}`,
      })),
      paths: paths(),
      components,
    },
    { override: plain },
  );
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The same text welcomes newcomers in the repository and in the document; there the title stands above it already. */
function introduction(): string {
  return readFileSync(join(folder, 'README.md'), 'utf8')
    .replace(/^# .*\n+/, '')
    .trim();
}

function paths(): ZodOpenApiPathsObject {
  const all: ZodOpenApiPathsObject = {};
  for (const { name: tag, routes } of capabilities) {
    for (const [name, route] of Object.entries(routes) as [RouteName, Route][]) {
      const [method = '', path = ''] = name.split(' ');
      all[path] = { ...all[path], [method.toLowerCase()]: operationOf(name, route, tag) };
    }
  }
  return all;
}

/** Leaves out what the library writes and no reader needs. */
const plain: ZodOpenApiOverride = ({ jsonSchema, io }) => {
  // The format says what a date or a time is; its pattern is a page long.
  if (jsonSchema.format === 'date' || jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  // Unicode classes are not in every program's dialect; the introduction says what text may hold.
  if (jsonSchema.pattern?.includes('\\p{')) delete jsonSchema.pattern;
  // Every integer is a safe one.
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // An answer may gain fields: a client that refuses unknown ones would break.
  if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};
