/** Adapters that are programs on the processor count only in the build that our own tests make, where there is no graphics card. */
export const ALLOW_FALLBACK = import.meta.env.MODE === 'software-adapter';
