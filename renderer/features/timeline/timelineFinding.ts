import { joinSentences } from '../../../shared/text/join.ts';
import { atWork } from './timelineRows.ts';
import type { ShownDays } from './timelineStore.ts';
import type { TimelineModel } from './useTimelineModel.ts';

const QUARTER_DAYS = 91;

/** What the picture says, in a title and a line below it; about what is shown, not about what is filtered away. */
export function timelineFinding({
  items,
  data,
  reference,
  speech,
}: Pick<TimelineModel, 'items' | 'data' | 'reference' | 'speech'>): {
  readonly title: string;
  readonly subtitle: string;
} {
  const { say, number, date } = speech;
  const { projects, products, soon, unsure } = atWork(items, reference, QUARTER_DAYS);
  const undated = items.filter(({ schedule }) => schedule.start === null && schedule.end === null).length;
  const violated = items.filter(({ id }) => data.violated.has(id)).length;
  const running = projects + products;
  const day = date(reference);
  const title =
    undated === items.length
      ? say('finding.undated')
      : running === 0
        ? unsure > 0
          ? say('finding.unsure', { count: unsure, number: number(unsure), date: day })
          : say('finding.none', { date: day })
        : say('finding.running', { count: running, number: number(running), date: day });
  const counted = (count: number) => ({ count, number: number(count) });
  const parts = [
    running > 0 ? say('subtitle.modes', { projects: number(projects), products: number(products) }) : '',
    running > 0 && unsure > 0 ? say('subtitle.unsure', counted(unsure)) : '',
    soon > 0 ? say('subtitle.soon', counted(soon)) : '',
    violated > 0 ? say('subtitle.violated', counted(violated)) : '',
    undated > 0 && undated < items.length ? say('subtitle.undated', counted(undated)) : '',
  ];
  return { title, subtitle: joinSentences(parts) };
}

/** Says that only a part of the time is shown, and which; empty where every dated initiative lies inside of it. */
export function timelinePart(
  items: TimelineModel['items'],
  shown: ShownDays | null,
  { say, date }: TimelineModel['speech'],
): string {
  if (!shown) return '';
  const [from, to] = [shown.from, shown.from + shown.days];
  const isOutside = (day: number | null): boolean => day !== null && (day < from || day > to);
  if (!items.some(({ schedule }) => isOutside(schedule.start) || isOutside(schedule.end))) return '';
  return say('subtitle.part', { from: date(Math.round(from)), to: date(Math.round(to)) });
}
