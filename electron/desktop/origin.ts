/** The scheme and host under which the desktop host serves the page. */
export const pageScheme = 'app';
const pageHost = 'planner';
export const pageAddress = `${pageScheme}://${pageHost}/`;

/** Whether an address, parsed, is one of our page's. */
export function isOurs(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${pageScheme}:` && url.host === pageHost && url.username === '' && url.password === ''
  );
}
