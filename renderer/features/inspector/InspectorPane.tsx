/** Placeholder replaced below. */
export function InspectorPane() {
  return null;
}
