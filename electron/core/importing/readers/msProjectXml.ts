import { Failure } from '../../../../shared/contract/result.ts';
import type { MsProject } from '../../../../shared/exchange/projects/msProject.ts';
import type { XmlElement } from '../../../../shared/exchange/projects/planXml.ts';
import { scanXml, textPieces } from './xmlScan.ts';

/** More elements than this would not fit in memory. */
const MAX_ELEMENTS = 3_000_000;
/** Parts of a plan that say nothing for a portfolio and make most of its size. */
const LEFT = new Set([
  'TimephasedData',
  'ExtendedAttribute',
  'ExtendedAttributes',
  'OutlineCode',
  'OutlineCodes',
  'WBSMasks',
  'Views',
  'Filters',
  'Groups',
  'Tables',
  'Maps',
  'Reports',
  'AvailabilityPeriods',
  'Rates',
]);

/** Whether a text is a project plan in MS Project's XML, from whatever program. */
export function isMsProject(text: string): boolean {
  const start = text.slice(0, 4096);
  return /^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:\w+:)?Project[\s>]/.test(start);
}

/** Takes a plan's XML apart into plain elements. Throws file_broken, or file_too_large for absurdly many elements. */
export async function readMsProject(text: string, fileName: string): Promise<MsProject> {
  const root: MutableElement = { name: '', text: '', children: [] };
  const stack: MutableElement[] = [root];
  let left = 0;
  let elements = 0;
  await scanXml(
    textPieces(text),
    {
      open(name) {
        if (left > 0 || LEFT.has(name)) {
          left += 1;
          return;
        }
        elements += 1;
        if (elements > MAX_ELEMENTS)
          throw new Failure('file_too_large', `${fileName} has more than ${MAX_ELEMENTS} elements`, {
            params: { limit: MAX_ELEMENTS },
            place: { file: fileName },
          });
        const element: MutableElement = { name, text: '', children: [] };
        stack.at(-1)?.children.push(element);
        stack.push(element);
      },
      text(piece) {
        const element = stack.at(-1);
        if (left === 0 && element) element.text += piece;
      },
      close() {
        if (left > 0) left -= 1;
        else stack.pop();
      },
    },
    { fileName, part: 'the plan' },
  );
  const project = root.children.find(({ name }) => name === 'Project');
  if (!project)
    throw new Failure('file_broken', `${fileName} holds no project`, { place: { file: fileName } });
  return { project, fileName };
}

interface MutableElement extends XmlElement {
  text: string;
  readonly children: MutableElement[];
}
