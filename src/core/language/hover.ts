import type { FileKind } from '../document/file-kind';
import type { LocatedDocument } from '../document/located';
import type { Span } from '../model/finding';
import * as facts from './facts';
import { pathAt, type LocatedPath } from './located-path';
import { code, paragraphs } from './markdown';
import type { RelatedFiles } from '../lint/related-files';
import { armHover } from './arm/arm-hover';
import { schemasAt, type Path, type Schema } from './schema-node';
import { templateHover } from './template/template-hover';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** What we know of the key or value at an offset, with its source and date; undefined when that is nothing. */
export function hoverAt(document: LocatedDocument, kind: FileKind, offset: number, related: RelatedFiles = {}): Hover | undefined {
  const place = pathAt(document, offset);
  if (kind === 'template') return templateHover(document, offset, place, related);
  const markdown = place && (kind === 'connector' ? connectorHover(place) : armHover(document, place));
  return place && markdown ? { span: place.scalar.span, markdown } : undefined;
}

function connectorHover({ path, on, scalar }: LocatedPath): string | undefined {
  const fact = (on === 'value' ? valueFact(path, String(scalar.value)) : undefined) ?? keyFact(path);
  return paragraphs(schemaText(path), fact) || undefined;
}

/** Facts of the value itself: a region, a role's name. */
function valueFact(path: Path, value: string): string | undefined {
  const [first, second] = path;
  if (first === 'regions' || (first === 'deployment' && second === 'region')) return facts.regionFact(value);
  return undefined;
}

/** Facts of what the key stands for: a plan, a feature, a role. */
function keyFact(path: Path): string | undefined {
  const [first, second, third] = path;
  if (first === 'scanIntervalHours') return facts.scanIntervalFact();
  if (first === 'roles' && typeof second === 'string') return facts.roleFact(second);
  if (first !== 'plans' || path.length > 3) return undefined;
  if (typeof third === 'string') return facts.featureFact(`${second}.${third}`);
  return typeof second === 'string' ? facts.planFact(second) : undefined;
}

function schemaText(path: Path): string | undefined {
  const schemas = schemasAt(path);
  return paragraphs(schemas.find(({ description }) => description)?.description, allowed(schemas), standard(schemas));
}

function allowed(schemas: readonly Schema[]): string | undefined {
  const values = schemas.find((schema) => schema.enum)?.enum;
  return values && `Allowed: ${values.map(code).join(', ')}.`;
}

function standard(schemas: readonly Schema[]): string | undefined {
  const value = schemas.find((schema) => schema.default !== undefined && typeof schema.default !== 'object')?.default;
  return value === undefined ? undefined : `When absent: ${code(String(value))}.`;
}
