import { isIsoDate } from '../../domain/primitives.ts';

/** An element of a document, without attributes. */
export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

/** A value of dates that says "none". */
const NO_DATE = /^(?:NA|1984-01-01T00:00:00|2049-12-31)/;

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((each) => each.name === name);

/** The items of a list that stands in an element; none where the list is missing. */
export const children = (element: XmlElement, list: string, item: string): readonly XmlElement[] =>
  child(element, list)?.children.filter((each) => each.name === item) ?? [];

/** The text of a child, empty where there is none. */
export const textOf = (element: XmlElement, name: string): string => child(element, name)?.text.trim() ?? '';

/** The number in a child; null where there is none. */
export const numberOf = (element: XmlElement, name: string): number | null => {
  const text = textOf(element, name);
  const value = Number(text);
  return text === '' || !Number.isFinite(value) ? null : value;
};

export const flag = (element: XmlElement, name: string): boolean =>
  /^(?:1|true)$/i.test(textOf(element, name));

/** The calendar day of a child's date and time, `YYYY-MM-DD`; null for none and for days of no calendar. */
export function dayOf(element: XmlElement, name: string): string | null {
  const text = textOf(element, name);
  const day = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(text)?.[1];
  if (day === undefined || NO_DATE.test(text)) return null;
  return isIsoDate(day) ? day : null;
}
