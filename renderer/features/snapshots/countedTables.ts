/** What is said of a snapshot: how many it holds of these. */
export const countedTables = ['initiative', 'capability', 'partner'] as const;
