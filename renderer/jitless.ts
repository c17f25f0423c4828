import { z } from 'zod';

// The page's policy forbids `eval`; zod asks for it unless told before the first schema is made.
z.config({ jitless: true });
