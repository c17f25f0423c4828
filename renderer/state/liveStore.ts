import { create } from 'zustand';

/** Whether a room looks on: what is changed then goes into a scenario, never silently into the plan. */
export const useLive = create<{ readonly on: boolean }>()(() => ({ on: false }));
