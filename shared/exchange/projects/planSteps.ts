import type { PlanTask } from './msProject.ts';

/** What says where a task stands in its plan. */
type Placed = Pick<PlanTask, 'level' | 'summary' | 'milestone'>;

/** A step of a plan. */
export interface Branch<T extends Placed = PlanTask> {
  readonly task: T;
  /** The task and everything below it. */
  readonly own: readonly T[];
}

/** Whether a task is a step of a plan whose steps are on a level: a leaf above the level stands for itself. */
export const beginsStep = (task: Placed, level: number): boolean =>
  task.level === level || (task.level < level && !task.summary);

/** Tasks of one level with all that lies below them, in order. */
export function branchesAt<T extends Placed>(tasks: readonly T[], level: number): Branch<T>[] {
  const branches: { task: T; own: T[] }[] = [];
  for (const task of tasks) {
    if (beginsStep(task, level)) branches.push({ task, own: [task] });
    else if (task.level > level) branches.at(-1)?.own.push(task);
  }
  return branches;
}

/** The highest level on which the plan has several steps: one task above all others is only its title. */
export function stepLevel(tasks: readonly Placed[]): number {
  const levels = [...new Set(tasks.map(({ level }) => level))].sort((a, b) => a - b);
  return (
    levels.find((level) => branchesAt(tasks, level).filter(({ task }) => !task.milestone).length >= 2) ??
    levels[0] ??
    1
  );
}
