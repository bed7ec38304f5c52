/** Marks a SQLite file as an Expanse project (`PRAGMA application_id`): 'XPNS' in ASCII. */
export const APPLICATION_ID = 0x58504e53;
