/** Fields in linear memory, in the order of assembly/drop-inputs.ts, which explains them. */
export const INPUT_FIELDS = ['values', 'count', 'mask', 'key', 'dropped'] as const;

export type InputJob = Readonly<Record<(typeof INPUT_FIELDS)[number], number>>;
