/**
 * Shares one piece of work among all who need it: begun with the first, ended after the last. Each call counts as one
 * user and answers how that one leaves.
 */
export function whileUsed(begin: () => () => void): () => () => void {
  let users = 0;
  let end: (() => void) | null = null;
  return () => {
    users += 1;
    end ??= begin();
    return () => {
      users -= 1;
      if (users > 0) return;
      end?.();
      end = null;
    };
  };
}
