import { limit } from '../../catalog/limit';
import type { FileKind } from '../../document/file-kind';
import { entryOf } from '../../document/entry-of';
import type { LocatedDocument } from '../../document/located';
import { concernsDefender } from '../../lint/concerns-defender';
import { resourceViews, type ResourceView } from '../../lint/view/resource-view';
import { templateBytes } from '../../lint/view/template-bytes';
import type { Span } from '../../model/finding';
import { capabilityNeeded } from './capability-needed';

/** A line above a place: something to do, or only something to know. */
export interface Lens {
  readonly span: Span;
  readonly title: string;
  readonly does: 'generate' | 'preview' | 'deploy' | 'health' | 'simulate' | undefined;
  /** Worth reading also where it cannot be done. */
  readonly tells?: true;
}

/** What can be done with a connector, and what a template for Defender amounts to. */
export function lensesOf(document: LocatedDocument, kind: FileKind): readonly Lens[] {
  if (kind === 'connector') return connectorLenses(document);
  return kind === 'template' && concernsDefender(document.text) ? templateLenses(document) : [];
}

function connectorLenses({ root }: LocatedDocument): readonly Lens[] {
  const name = entryOf(root, 'name') ?? (root?.kind === 'map' ? root.entries[0] : undefined);
  if (!name) return [];
  const { span } = name.key;
  return [
    { span, title: 'Generate template', does: 'generate' },
    { span, title: 'Preview deployment', does: 'preview' },
    { span, title: 'Deploy', does: 'deploy' },
    { span, title: 'Health', does: 'health' },
  ];
}

function templateLenses(document: LocatedDocument): readonly Lens[] {
  const { root } = document;
  const resources = entryOf(root, 'Resources');
  if (!resources) return [];
  const { span } = resources.key;
  const views = resourceViews(root);
  const capability = capabilityNeeded(views);
  return [
    { span, title: sizeText(templateBytes(document)), does: undefined },
    { span, title: rolesText(views), does: 'simulate', tells: true },
    ...(capability ? [{ span, title: `Needs ${capability}`, does: undefined }] : []),
  ];
}

function sizeText(bytes: number): string {
  const allowed = limit('templateBodyBytes');
  const size = `${grouped(bytes)} of ${grouped(allowed)} bytes`;
  return bytes > allowed ? `${size}: deployed through S3` : size;
}

function rolesText(views: readonly ResourceView[]): string {
  const roles = views.filter(({ type }) => type === 'AWS::IAM::Role').length;
  return roles === 1 ? '1 role' : `${roles} roles`;
}

const grouped = (bytes: number): string => String(bytes).replace(/\B(?=(?:\d{3})+$)/g, ',');
