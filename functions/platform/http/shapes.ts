import * as z from 'zod';
import type { Shape } from '../../../shared/contracts/route.ts';
import type { ShapeError } from '../../../shared/problems.ts';
import { Problem } from '../problem.ts';

// Compiling a schema to code pays after a thousand answers; a function that just started makes its first one sooner.
z.config({ jitless: true });

type Part = 'params' | 'query' | 'body';
const errorsMax = 20;
const schemas = new WeakMap<Shape, z.ZodType>();

/** The route's schema, made on first use. */
function schemaOf(shape: Shape): z.ZodType {
  const known = schemas.get(shape);
  if (known) return known;
  const made = shape();
  schemas.set(shape, made);
  return made;
}

/** Checks one part of a request. @throws shape_invalid with a JSON pointer for each fault */
export function parseAsked(part: Part, shape: Shape | undefined, value: unknown): unknown {
  if (!shape) return undefined;
  const parsed = schemaOf(shape).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Problem('shape_invalid', { errors: parsed.error.issues.slice(0, errorsMax).map((i) => toError(part, i)) });
}

/** Keeps an answer to its contract: a field that is not declared does not leave. A wrong answer is our fault. */
export function parseAnswer(shape: Shape, value: unknown): unknown {
  return schemaOf(shape).parse(value);
}

function toError(part: Part, issue: z.core.$ZodIssue): ShapeError {
  const escaped = issue.path.map((step) => String(step).replaceAll('~', '~0').replaceAll('/', '~1'));
  return { pointer: ['', part, ...escaped].join('/'), message: sentence(issue) };
}

/** Our own words: a library's texts show patterns and type names that mean nothing to a parent. */
function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '这一项必须填写' : '这一项的类型不对';
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `至少要 ${issue.minimum} 项或字`
        : `不能小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `最多 ${issue.maximum} 项或字`
        : `不能大于 ${issue.maximum}`;
    case 'unrecognized_keys':
      return '有不认识的项目';
    case 'invalid_value':
      return '只能从给定的选项中选择';
    default:
      return '这一项的格式不对';
  }
}
