import { shown } from '../../../document/shown';
import { armNamesBelow, armProperty, armRenames, isDescribed } from '../../arm/arm-properties';
import { replace } from '../../fix/replace';
import { nearest } from '../../nearest';
import { armConnectorRule } from '../../rule';
import type { ArmField } from '../../view/arm-fields';

export const unknownProperty = armConnectorRule({
  id: 'arm/unknown-property',
  severity: 'warning',
  summary: 'Below properties stand fields that the specification has, in the place where it has them.',
  why: `Azure does not refuse a field that it does not know: the setting is simply not made, and does not come back when
the connector is read. A misspelled field turns nothing on.`,
  source: 'https://learn.microsoft.com/azure/templates/microsoft.security/securityconnectors',
  checked: '2026-11-22',

  *check({ fields, apiVersion: { value: version }, inTemplate }) {
    if (version !== undefined && !isDescribed(version)) return;
    for (const field of fields) {
      // A template repeats what stands in \`copy\`.
      if (field.property || isFormerName(field) || isOfOtherMembership(field) || (inTemplate && field.name === 'copy')) continue;
      const known = armNamesBelow(field.below);
      const meant = nearest(field.name, known.filter((name) => !field.parent.entries.some(({ key }) => key.value === name)));
      const place = field.below === '' ? 'properties' : field.below.replace(/^offerings\./, '');
      yield {
        span: field.entry.key.span,
        message: `${shown(field.name)} is no field of ${place}. ${meant ? `Write ${meant}.` : `It has ${listed(known)}.`}`,
        fixes: meant ? [replace(`Write ${meant}`, field.entry.key.span, JSON.stringify(meant))] : [],
      };
    }
  },
});

const isFormerName = ({ path }: ArmField): boolean => armRenames.some(({ formerly }) => formerly === path);

/** Told by arm/organizational-data. */
const isOfOtherMembership = ({ path }: ArmField): boolean =>
  armProperty(path.replace(/\.(Organization|Member)\./, (_, type) => (type === 'Member' ? '.Organization.' : '.Member.'))) !== undefined;

const listed = (names: readonly string[]): string =>
  names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : (names[0] ?? 'no fields');
