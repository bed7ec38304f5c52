/** Largest file, and largest unpacked member, that is read: some twenty million bars. */
export const MAX_BYTES = 1_500_000_000;
