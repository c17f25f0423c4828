import type { Portfolio } from '../../../shared/domain/records.ts';
import { PARAMETERS, type ParameterInfo } from '../../../shared/model/parameterTable.ts';
import type { Say } from '../../i18n.ts';

/** The parameters whose name, explanation or id holds the search; with `changedOnly` of those that were set here. */
export function shownParameters(
  { search, changedOnly }: { readonly search: string; readonly changedOnly: boolean },
  set: Portfolio['parameters'],
  say: Say<'parameters'>,
): readonly ParameterInfo[] {
  const sought = search.trim().toLowerCase();
  return PARAMETERS.filter(
    (info) =>
      (!changedOnly || Object.hasOwn(set, info.id)) &&
      (sought === '' ||
        [say(`param.${info.id}`), say(`help.${info.id}`), info.id].some((text) =>
          text.toLowerCase().includes(sought),
        )),
  );
}
