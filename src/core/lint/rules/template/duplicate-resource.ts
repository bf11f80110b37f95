import { shown } from '../../../document/shown';
import { templateRule } from '../../rule';
import type { ResolvedText } from '../../view/resolved-text';
import type { ResourceView } from '../../view/resource-view';
import type { TemplateView } from '../../view/template-view';

/** IAM has each name once in an account, and one provider for each URL. */
export const duplicateResource = templateRule({
  id: 'template/duplicate-resource',
  severity: 'error',
  summary: 'No two roles have one name, and no two identity providers one URL.',
  why: `IAM refuses a second role of a name, whatever its case, and a second identity provider of a URL ("EntityAlreadyExists"),
and CloudFormation rolls the stack back. Resources that a condition makes are not judged: only one of them may be made.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  checked: '2026-11-22',

  reads: ['roles', 'providers'],

  *check(view) {
    const first = new Map<string, ResourceView>();
    for (const { what, value, resource, isConditional } of names(view)) {
      if (!value?.known || value.text === '' || isConditional) continue;
      const key = `${what} ${value.text.toLowerCase()}`;
      const other = first.get(key);
      if (!other) first.set(key, resource);
      else yield { span: value.span, message: `Resource ${shown(String(other.logicalId.value))} has ${what} ${shown(value.text)} already. Write another one, or remove one of the two.` };
    }
  },
});

interface Named {
  readonly what: string;
  readonly value: ResolvedText | undefined;
  readonly resource: ResourceView;
  readonly isConditional: boolean;
}

const names = ({ roles, providers }: Pick<TemplateView, 'roles' | 'providers'>): readonly Named[] => [
  ...roles.map(({ name, resource, isConditional }) => ({ what: 'role name', value: name, resource, isConditional })),
  ...providers.map(({ url, resource, isConditional }) => ({ what: 'URL', value: url, resource, isConditional })),
];
