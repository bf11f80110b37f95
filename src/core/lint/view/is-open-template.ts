import { mentions } from '../../document/by-section';
import type { LocatedDocument } from '../../document/located';
import { valueAt } from '../../document/value-at';

/** True where a macro, an include or a module can bring in more than the file shows: nothing is missing for sure. */
export const isOpenTemplate = (document: LocatedDocument): boolean =>
  ['Transform', 'Modules'].some((section) => valueAt(document.root, section)) || mentionsMore(document);

/** Rain is a tool of AWS's that puts modules into templates. */
const mentionsMore = mentions('Fn::Transform', '!Transform', 'Rain::');
