/** The names of the messages between preload and main process; nobody else uses them. */
export const channels = {
  call: 'throughline:call',
  event: 'throughline:event',
  command: 'throughline:command',
  openProjected: 'throughline:open-projected',
  pickFile: 'throughline:pick-file',
  takeFile: 'throughline:take-file',
  choosePlace: 'throughline:choose-place',
  saveFile: 'throughline:save-file',
} as const;
