import json from '../../../schemas/template-syntax.json';

/** What stands in every CloudFormation template: `schemas/template-syntax.json` says where and when it was read. */
export const templateSyntax: TemplateSyntax = json;

interface TemplateSyntax {
  readonly sections: readonly string[];
  readonly resourceKeys: readonly string[];
  readonly parameterKeys: readonly string[];
  readonly outputKeys: readonly string[];
  readonly pseudoParameters: readonly string[];
  /** Types that a deployment has to acknowledge, and by type the property that gives a name of its own. */
  readonly capabilities: { readonly identityTypes: readonly string[]; readonly nameProperties: Readonly<Record<string, string>> };
}
