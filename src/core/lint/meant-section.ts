import { entryOf } from '../document/entry-of';
import type { LocatedMap } from '../document/located';
import { nearest } from './nearest';

/** Sections of a template that hold names with values. */
export const mapSections: readonly string[] = ['Resources', 'Parameters', 'Conditions', 'Mappings', 'Outputs', 'Rules', 'Metadata', 'Hooks'];

/** All that may stand on the outermost level of a template. */
export const templateSections: readonly string[] = [...mapSections, 'AWSTemplateFormatVersion', 'Description', 'Transform', 'Globals', 'Modules'];

/** The section that a key is likely to mean, of those that the template does not have. */
export const meantSection = (root: LocatedMap, name: string): string | undefined =>
  templateSections.includes(name) ? undefined : nearest(name, templateSections.filter((section) => !entryOf(root, section)));
