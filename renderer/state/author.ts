/** The name set in the settings, for those whom the preferences themselves are built on. */
let name = '';

export const authorName = (): string => name;

/** Called by the preferences whenever the name is read or written. */
export function setAuthorName(userName: string): void {
  name = userName;
}
