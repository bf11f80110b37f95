import { catalog } from '../catalog/catalog';
import type { Offer } from './completion';
import type { CompletionContext } from './completion-context';
import { featureFact, planFact, roleFact } from './facts';
import { paragraphs } from './markdown';
import { schemasAt, type Path, type Schema } from './schema-node';
import { escapeSnippet, quoted } from './snippet';

/** Keys that the map at the cursor may still get. */
export function keyCompletions(context: CompletionContext): readonly Offer[] {
  const keys = context.path[0] === 'roles' && context.path.length === 1 ? roleKeys(context) : schemaKeys(context);
  return keys.filter(({ label }) => !context.siblings.includes(label));
}

function schemaKeys(context: CompletionContext): readonly Offer[] {
  const schemas = schemasAt(context.path);
  const required = new Set(schemas.flatMap((schema) => schema.required ?? []));
  const names = [...new Set(schemas.flatMap((schema) => Object.keys(schema.properties ?? {})))];
  return names
    .filter((name) => name !== '$schema' || context.style === 'json')
    .map((name) => {
      const path = [...context.path, name];
      const documentation = keyDocumentation(path);
      return {
        label: name,
        kind: 'key' as const,
        ...(required.has(name) ? { detail: 'required' } : {}),
        ...(documentation ? { documentation } : {}),
        ...insertion(name, valueOf(schemasAt(path)), context.style),
      };
    });
}

function keyDocumentation(path: Path): string | undefined {
  const [first, plan, feature] = path;
  const description = schemasAt(path).find((schema) => schema.description)?.description;
  if (first !== 'plans' || path.length < 2 || path.length > 3) return description;
  return paragraphs(description, feature ? featureFact(`${plan}.${feature}`) : planFact(String(plan)));
}

/** Roles that are generated, but for those whose name is made of other values. */
function roleKeys(context: CompletionContext): readonly Offer[] {
  return catalog.roles
    .filter(({ legacy, defaultName }) => !legacy && !defaultName?.includes('${'))
    .map(({ id, defaultName }) => ({
      label: id,
      kind: 'key' as const,
      ...(defaultName ? { detail: defaultName } : {}),
      documentation: roleFact(id) ?? '',
      ...insertion(id, { shape: 'text', example: defaultName ?? '' }, context.style),
    }));
}

/** How a key's value is begun. */
export type Value =
  | { readonly shape: 'map' }
  | { readonly shape: 'list' }
  | { readonly shape: 'blank' }
  | { readonly shape: 'choice'; readonly values: readonly string[] }
  | { readonly shape: 'text'; readonly example: string };

/** The simplest value that a key can take: a plain yes before a map of options. */
function valueOf(schemas: readonly Schema[]): Value {
  const values = schemas.find((schema) => schema.enum)?.enum;
  if (schemas.some(({ type }) => type === 'boolean')) return { shape: 'choice', values: ['true', 'false'] };
  if (values) return { shape: 'choice', values: values.map(String) };
  const standard = schemas.find((schema) => isScalar(schema.default))?.default;
  if (standard !== undefined) return { shape: 'text', example: String(standard) };
  if (schemas.some(({ type }) => type === 'object')) return { shape: 'map' };
  if (schemas.some(({ type }) => type === 'array')) return { shape: 'list' };
  return { shape: 'blank' };
}

const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number';

export function insertion(name: string, value: Value, style: CompletionContext['style']) {
  const key = style === 'json' ? `"${name}": ` : `${name}:${style === 'block' && opensBlock(value) ? '' : ' '}`;
  return { insertText: escapeSnippet(key) + placeholder(value, style), plainText: key };
}

const opensBlock = ({ shape }: Value) => shape === 'map' || shape === 'list';

function placeholder(value: Value, style: CompletionContext['style']): string {
  switch (value.shape) {
    case 'map':
      return style === 'block' ? '\n  $0' : '{ $0 }';
    case 'list':
      return style === 'block' ? '\n  - $0' : '[$0]';
    case 'blank':
      return style === 'json' ? '"$0"' : '$0';
    case 'text':
      return quoted(`\${1:${escapeSnippet(value.example)}}`, value.example, style);
    case 'choice':
      return quoted(`\${1|${value.values.join(',')}|}`, value.values[0] ?? '', style);
  }
}
