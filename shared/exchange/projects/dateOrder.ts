const pairs = [
  ['startDate', 'endDate'],
  ['actualStartDate', 'actualEndDate'],
] as const;

/** The record with every end that lies before its start left unknown; `told` hears which one, and its day. */
export function inOrder<T extends object>(
  record: T,
  told: (field: 'endDate' | 'actualEndDate', day: string) => void,
): T {
  const days = record as Readonly<Record<string, unknown>>;
  let ordered = record;
  for (const [from, to] of pairs) {
    const [start, end] = [days[from], days[to]];
    if (typeof start !== 'string' || typeof end !== 'string' || end >= start) continue;
    told(to, end);
    ordered = { ...ordered, [to]: null };
  }
  return ordered;
}
