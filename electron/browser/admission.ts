import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who may talk to the browser host: whoever holds the cookie that a one-time address was turned into. */
export interface Admission {
  /** A fresh one-time token; the one before it, if nobody used it, no longer works. */
  invite(): string;
  /** Whether the token that was given out last still waits for somebody. */
  invited(): boolean;
  /** True once for the token that was given out last; it is spent by that. */
  redeem(token: string): boolean;
  /** Whether a request's cookie header holds the session. */
  admits(cookieHeader: string | undefined): boolean;
  /** The value of the `set-cookie` header that lets a browser in. */
  readonly cookie: string;
}

/**
 * Makes an admission of its own secret. The port is in the cookie's name because browsers share cookies between
 * the ports of one machine.
 */
export function createAdmission(port: number): Admission {
  const name = `throughline_${port}`;
  const secret = randomBytes(32).toString('base64url');
  let outstanding: string | null = null;
  return {
    invite: () => {
      outstanding = randomBytes(32).toString('base64url');
      return outstanding;
    },
    invited: () => outstanding !== null,
    redeem: (token) => {
      if (outstanding === null || !same(token, outstanding)) return false;
      outstanding = null;
      return true;
    },
    admits: (header) =>
      (header ?? '').split(';').some((pair) => {
        const [key, value] = pair.trim().split('=', 2);
        return key === name && value !== undefined && same(value, secret);
      }),
    cookie: `${name}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
  };
}

/** Compares hashes, so that neither content nor length shows in the time it takes. */
function same(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
