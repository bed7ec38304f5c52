declare const name: unique symbol;

/** A type that is told apart by its name, so that an index is never passed for a time. */
export type Nominal<T, Name extends string> = T & { readonly [name]: Name };
