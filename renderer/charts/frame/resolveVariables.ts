/** Colours and fonts by name become the values of the theme on the screen: outside the page nobody knows our names. */
export function resolveVariables(text: string, named: (name: string) => string): string {
  return text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => named(name).trim().replaceAll('"', "'"));
}
