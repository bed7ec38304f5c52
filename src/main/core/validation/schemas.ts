import type { z } from 'zod';

/** The parameters' schema of every method of an area; a method without one does not compile. */
export type Schemas<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (params: infer Params) => unknown ? z.ZodType<Params> : never;
};
