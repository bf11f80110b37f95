import type { DeploymentPreview, TemplateSize } from '../../src/core/plan/deployment-preview';
import { isNothingToDo } from '../../src/core/plan/is-nothing-to-do';
import type { AudienceMerge } from '../../src/core/plan/preflight-check';
import { changesTable } from './changes-table';
import type { Elements } from '../elements';
import { escalationList, type Acknowledge } from './escalation-list';
import { preflightSection } from './preflight-section';
import { roleChanges } from './role-changes';
import type { PageState } from './state';
import type { Wish } from './view';

export interface PreviewOptions {
  readonly asked: PageState['asked'];
  readonly wish: Wish;
  readonly acknowledged: readonly string[];
  readonly acknowledge: Acknowledge;
}

/** What will change, what needs care, and the two answers. */
export function previewSection(h: Elements, preview: DeploymentPreview, options: PreviewOptions): readonly HTMLElement[] {
  const { changes } = preview;
  return [
    h('h2', {}, 'What changes'),
    h('p', {}, introduction(preview)),
    ...audienceList(h, preview),
    ...preflightSection(h, preview.preflight, options),
    ...answers(h, preview, options),
    ...(changes.length === 0 ? [] : [changesTable(h, changes)]),
    ...notes(h, preview),
    ...roleChanges(h, changes),
  ];
}

function introduction({ action, changes, audiencesToAdd }: DeploymentPreview): string {
  if (action === 'none') return audiencesToAdd.length === 0 ? 'No changes. The stack is up to date.' : 'The stack is up to date and stays as it is. Nothing has been changed so far.';
  const resources = changes.length === 1 ? '1 resource' : `${changes.length} resources`;
  if (action === 'import') return `The stack will take over ${resources} as ${changes.length === 1 ? 'it is' : 'they are'}. Nothing has been changed so far; the deployment itself comes after the import.`;
  const what = action === 'create' ? `created with ${resources}` : `updated in ${resources}`;
  return `The stack will be ${what}. Nothing has been changed so far.`;
}

function answers(h: Elements, preview: DeploymentPreview, { asked, wish, acknowledged, acknowledge }: PreviewOptions): readonly HTMLElement[] {
  const { changeSetId, escalations, action } = preview;
  if (isNothingToDo(preview)) return [h('div', { class: 'actions' }, ...otherWays(h, { asked, wish }))];
  if (changeSetId === null && action !== 'none') return [h('p', {}, 'There is no change set to carry out. Preview again.')];
  const waiting = asked !== undefined;
  const ticked = new Set(acknowledged);
  const isOpen = () => escalations.some(({ id }) => !ticked.has(id));
  const deploy = h.button({
    label: { none: 'Add audiences…', import: 'Import…', create: 'Deploy…', update: 'Deploy…' }[action],
    primary: true,
    waiting: waiting || isOpen(),
    onClick: () => wish({ kind: 'deploy', changeSetId, acknowledged: escalations.map(({ id }) => id) }),
  });
  const onTick = (id: string, isTicked: boolean) => {
    if (isTicked) ticked.add(id);
    else ticked.delete(id);
    deploy.toggleAttribute('disabled', isOpen());
    acknowledge(id, isTicked);
  };
  const buttons = h(
    'div',
    { class: 'actions' },
    deploy,
    ...(changeSetId === null ? [] : [h.button({ label: 'Discard…', waiting, onClick: () => wish({ kind: 'discard', changeSetId }) })]),
    ...otherWays(h, { asked, wish }),
  );
  return [...escalationList(h, escalations, { ticked, onTick }), buttons];
}

/** What identity providers that others use, too, are to get. */
function audienceList(h: Elements, { audiencesToAdd, action }: DeploymentPreview): readonly HTMLElement[] {
  if (audiencesToAdd.length === 0) return [];
  const when = action === 'none' ? 'gets' : 'gets, once the deployment has succeeded,';
  const line = ({ url, audiences }: AudienceMerge) => h('li', {}, 'Identity provider ', h.data(url), ` ${when} `, h('span', { class: 'code' }, h.data(audiences.join(', '))), '. None is taken away.');
  return [h('ul', {}, ...audiencesToAdd.map(line))];
}

const otherWays = (h: Elements, { asked, wish }: Pick<PreviewOptions, 'asked' | 'wish'>): readonly HTMLElement[] => [
  h.button({ label: 'Preview again', waiting: asked !== undefined, onClick: () => wish({ kind: 'previewAgain' }) }),
  h.button({ label: 'Another template…', waiting: asked !== undefined, onClick: () => wish({ kind: 'otherTemplate' }) }),
];

function notes(h: Elements, preview: DeploymentPreview): readonly HTMLElement[] {
  const lines = [...preview.notes, sizeWords(preview.template)];
  return [h('h2', {}, 'Notes'), h('ul', { class: 'notes' }, ...lines.map((line) => h('li', {}, h.data(line))))];
}

function sizeWords({ bytes, limit, minified }: TemplateSize): string {
  const number = (value: number) => value.toLocaleString('en-US');
  const size = `The template has ${number(bytes)} bytes${minified ? ' without white space' : ''}`;
  if (bytes <= limit) return `${size}; a request takes ${number(limit)}.`;
  return `${size}, more than the ${number(limit)} of a request, so CloudFormation reads it from its address in S3.`;
}
