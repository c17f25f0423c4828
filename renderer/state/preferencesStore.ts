import { create } from 'zustand';
import type { Preferences } from '../../shared/contract/methods.ts';
import type { Language } from '../../shared/text/area.ts';
import { languageOf, speak } from '../i18n.ts';
import { setAuthorName } from './author.ts';
import { ask } from './service.ts';

interface PreferencesState {
  readonly language: Language;
  readonly theme: Preferences['theme'];
  readonly userName: string;
  /** Keys that were changed, by the command's id. */
  readonly keys: NonNullable<Preferences['keys']>;
  /** Takes over what the service remembers; the system's language stands in where nothing was chosen. */
  readonly take: (preferences: Preferences, systemLocale: string) => void;
  /** Shows the choice at once and has it remembered. */
  readonly write: (preferences: {
    readonly language?: Language;
    readonly theme?: Preferences['theme'];
    readonly userName?: string;
    readonly keys?: NonNullable<Preferences['keys']>;
  }) => Promise<void>;
}

/** What the person likes. */
export const usePreferences = create<PreferencesState>()((set) => ({
  language: 'en',
  theme: 'system',
  userName: '',
  keys: {},
  take: (preferences, systemLocale) => {
    const language = preferences.language ?? languageOf(systemLocale);
    set({ language, theme: preferences.theme, userName: preferences.userName, keys: preferences.keys ?? {} });
    setAuthorName(preferences.userName);
    speak(language);
    paint(preferences.theme);
  },
  write: async (preferences) => {
    set(preferences);
    if (preferences.userName !== undefined) setAuthorName(preferences.userName);
    if (preferences.language) speak(preferences.language);
    if (preferences.theme) paint(preferences.theme);
    await ask('preferences.write', preferences);
  },
}));

const dark = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;
dark?.addEventListener('change', () => paint(usePreferences.getState().theme));

function paint(theme: Preferences['theme']): void {
  const shown = theme === 'system' ? (dark?.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset.theme = shown;
}
