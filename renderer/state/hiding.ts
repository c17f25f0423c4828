import { create } from 'zustand';
import type { MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import type { Result } from '../../shared/contract/result.ts';
import type { PortfolioRecords } from '../../shared/domain/records.ts';
import type { RecordsDiff } from '../../shared/history/diff.ts';
import { type AliasWords, createMasker, type Hidden, type Masker } from '../../shared/storyboard/mask.ts';
import { present } from '../../shared/text/catalogues/present.ts';
import { hideAmounts } from '../../shared/text/format.ts';
import { isOurs } from '../../shared/text/ours.ts';
import { currentLanguage } from '../i18n.ts';
import type { Transport } from '../transport/transport.ts';

const nothing: Hidden = { names: false, amounts: false };

/** What the room must not read. It outlives a crash, so that nothing flashes up when the page comes back. */
export const useHiding = create<Hidden>()(() => nothing);

const KEY = 'throughline.hidden';
/** What this very window hides: nothing in the presenter's own one, beside a projected one. */
let here: Hidden = nothing;
let masker: Masker = createMasker(here, aliasWords(), isOurs);

function aliasWords(): AliasWords {
  const words = present[currentLanguage()];
  return (kind, nth) => words[`alias.${kind}`].replace('{{nth}}', String(nth));
}

/** True while this very window hides something. */
export const hidesHere = (): boolean => here.names || here.amounts;

/** What somebody wrote, such as the name of a file, as this window may show it. */
export const maskedText = (text: string): string => (hidesHere() ? masker.value({ note: text }).note : text);

const forgetters = new Set<() => void>();
/**
 * Has something forget what it read or computed whenever other things are hidden in this window: it may hold names that
 * no answer brings any more, or their aliases, once they are shown again. Call once, when its module loads.
 */
export function forgetWhenMasked(forget: () => void): void {
  forgetters.add(forget);
}

/** Anything else that reaches this window, such as the presenter's filters, without what it hides. */
export const maskedValue = <T>(value: T): T => (hidesHere() ? masker.value(value) : value);

let follows = false;
/** Has this window hide only what another one tells it, and remember nothing of it. */
export function followHiding(): void {
  follows = true;
}

/**
 * Hides from now on: in this window, or only in the one that is projected beside it. Whoever calls has the portfolio
 * read again, because what is in the page is not masked yet.
 */
export function setHidden(hidden: Hidden, where: 'here' | 'beside' = 'here'): void {
  const before = hidesHere();
  here = where === 'here' ? hidden : nothing;
  masker = createMasker(here, aliasWords(), isOurs);
  hideAmounts(here.amounts);
  if (before || hidesHere()) for (const forget of forgetters) forget();
  useHiding.setState({ names: hidden.names, amounts: hidden.amounts });
  if (follows) return;
  if (hidden.names || hidden.amounts) localStorage.setItem(KEY, JSON.stringify(hidden));
  else localStorage.removeItem(KEY);
}

/** Hides at once what was hidden when the page ended; call before anything is read from the service. */
export function hideAsBefore(): void {
  const kept = localStorage.getItem(KEY);
  if (kept === null) return;
  setHidden({ names: kept.includes('"names":true'), amounts: kept.includes('"amounts":true') });
}

/**
 * The transport of a page that may have to hide: nothing that is hidden ever enters the page, whoever asks for it, and
 * what the page writes reaches the service with its true names.
 */
export function hidingTransport(inner: Transport): Transport {
  return {
    ...inner,
    call: async (method, input) => {
      const written =
        method === 'records.change'
          ? ({ ...input, ...masker.unmask(input as Parameters<Masker['unmask']>[0]) } as typeof input)
          : input;
      return masked(method, await inner.call(method, written));
    },
    on: (event, listener) =>
      inner.on(event, (payload) => listener(maskFields(payload, event === 'portfolio.changed'))),
  };
}

/** Methods whose records and changes are those of the plan; those of others are of the past. */
const ofPlan = (method: string): boolean =>
  !/^(?:snapshot\.read|history\.entry|history\.list|backup\.)/.test(method);

function masked<M extends MethodName>(method: M, result: Result<MethodOutput<M>>): Result<MethodOutput<M>> {
  if (!hidesHere()) return result;
  if (!result.ok) return masker.value(result);
  return { ok: true, value: maskFields(result.value, ofPlan(method)) };
}

function maskFields<T>(value: T, plan: boolean): T {
  if (!hidesHere() || typeof value !== 'object' || value === null) return value;
  const fields = value as { readonly records?: PortfolioRecords; readonly diff?: RecordsDiff };
  const { records, diff, ...rest } = fields;
  // Records first: they say what the names are.
  const own = {
    ...(records ? { records: plan ? masker.records(records) : masker.pastRecords(records) } : {}),
    ...(diff ? { diff: plan ? masker.diff(diff) : masker.pastDiff(diff) } : {}),
  };
  return { ...masker.value(rest), ...own } as T;
}
