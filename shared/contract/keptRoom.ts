import { z } from 'zod';

/** What a room is being shown, kept beside the portfolio so that it goes on where a crash interrupted it. */
export const keptRoomSchema = z.strictObject({
  /** The portfolio that was open. */
  ref: z.string().max(4000),
  hidden: z.strictObject({ names: z.boolean(), amounts: z.boolean() }),
  /** How the screen was, by the part of it; each part reads only what it knows. */
  parts: z.record(z.string(), z.json()),
});
export type KeptRoom = Readonly<z.infer<typeof keptRoomSchema>>;
