/** '2024-01-02 10:00:00Z' */
export const clock = (time: number): string => new Date(time).toISOString().replace('T', ' ').replace(/\.\d+/, '');
