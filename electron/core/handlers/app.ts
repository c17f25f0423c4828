import type { Handlers } from '../context.ts';

/** What the program is and what the person likes. */
export const appHandlers = {
  'app.info': (_input, { options, preferences, known, room, session }) => ({
    version: options.version,
    host: options.host,
    platform: options.platform,
    dataFolder: options.dataFolder,
    systemLocale: options.systemLocale,
    preferences: preferences.read(),
    lastOpened: session.wasLeft ? null : known.last(),
    room: room.read(),
  }),
  'app.keepRoom': (input, { room }) => {
    room.write(input.room);
    return {};
  },
  'preferences.write': (input, { preferences }) =>
    preferences.write(Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))),
  'job.cancel': (input, { jobs }) => {
    jobs.cancel(input.job);
    return {};
  },
} satisfies Handlers<'app.info' | 'app.keepRoom' | 'preferences.write' | 'job.cancel'>;
