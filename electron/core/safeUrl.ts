const openable = new Set(['https:', 'mailto:']);

/**
 * The address to give to the operating system for a link that a person chose, or null when it must not leave the
 * program: only https and mailto, parsed, without a user name or password in it.
 */
export function safeExternalUrl(raw: string): string | null {
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (!url || !openable.has(url.protocol) || url.username !== '' || url.password !== '') return null;
  return url.href;
}
