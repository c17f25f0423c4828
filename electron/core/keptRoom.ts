import { join } from 'node:path';
import { type KeptRoom, keptRoomSchema } from '../../shared/contract/keptRoom.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';

/** What a room was being shown, in `room.json` of the data folder; a crash of page, browser or program leaves it there. */
export interface RoomStore {
  read(): KeptRoom | null;
  /** Null ends it. Throws what the disk says. */
  write(room: KeptRoom | null): void;
}

/** Reads at each use: another window of the program may have written it. */
export function createRoomStore(dataFolder: string, log: (line: string) => void): RoomStore {
  const path = join(dataFolder, 'room.json');
  return {
    read: () => readJsonFile(path, keptRoomSchema.nullable(), log),
    write: (room) => writeJsonFile(path, room),
  };
}
