/** Shapes that every capability speaks. Each is a function: a schema is made when a route is first called. */
import * as z from 'zod';

export const id = () =>
  z
    .string()
    .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, '不是有效的编号')
    .describe('ULID');
export const day = () => z.iso.date().describe('上海时间的日期，YYYY-MM-DD');
export const instant = () => z.iso.datetime({ offset: true }).describe('ISO 8601 时刻');
/** Text a person types: trimmed, no control or bidirectional characters. */
export const words = (charactersMax: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(charactersMax)
    .regex(/^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u, '含有不可见字符');
export const minutes = () => z.number().int().min(0).describe('分钟');
export const points = () => z.number().int().min(0).describe('积分');

/** Whether none of several stands there twice. */
export const areDistinct = (several: readonly string[]) => new Set(several).size === several.length;

/** Items a list shows at most. */
export const pageMax = 50;
export const pageQuery = () => ({
  cursor: z.string().max(1000).optional().describe('上一页返回的 next'),
  limit: z.coerce.number().int().min(1).max(pageMax).default(pageMax).describe('每页条数，最多 50'),
});
/** A page of items and the cursor of the next one, absent on the last page. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

/** What happened to one row of bulk work: `done`, or the code of the problem it met. */
export const rowResult = () =>
  z.object({ id: id(), outcome: z.string().describe('done 或问题代码'), title: z.string().optional() });

export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof pictureTypes)[number];
/** Characters that so many bytes have in Base64. */
export const base64Length = (bytes: number) => Math.ceil(bytes / 3) * 4;
/** A picture as it travels in a body; that its bytes are what the type says is checked when they arrive. */
export const picture = (types: readonly PictureType[], bytesMax: number) =>
  z.object({ type: z.enum(types), content: z.base64().min(4).max(base64Length(bytesMax)).describe('Base64') });
/** A file as an answer: its bytes with their content type. */
export const fileOf = (types: readonly PictureType[]) => z.file().mime([...types]);
