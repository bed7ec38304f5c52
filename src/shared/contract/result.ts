import type { AppError } from './errors.ts';

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** One request of the contract: a single object of parameters, a result as a value. It never rejects for the core's part. */
export type Method<Params, Value> = (params: Params) => Promise<Result<Value>>;

/** Parameters of a request that needs none. */
export type Nothing = Readonly<Record<string, never>>;
