import { providerById } from '../../../catalog/provider-by-id';
import type { LocatedDocument } from '../../../document/located';
import { shown } from '../../../document/shown';
import type { Fix } from '../../../model/finding';
import { replace } from '../../fix/replace';
import { writeInside } from '../../fix/write-name';
import { nearest } from '../../nearest';
import { entryRule, type RuleFinding } from '../../rule';
import type { Names } from '../../view/names';
import { isNameAlone, nameSpan } from '../../view/reference-span';
import { pseudoParameters } from '../../view/pseudo-parameters';
import type { Reference } from '../../view/references';
import { referencesOf } from '../../view/template-references';

/** CloudFormation refuses the whole template, before it looks at any resource. */
export const undefinedReference = entryRule({
  id: 'template/undefined-reference',
  severity: 'error',
  summary: 'What a reference names is declared in the template.',
  why: `\`Ref\`, \`Fn::GetAtt\`, \`Fn::Sub\` and \`DependsOn\` name parameters and resources of the same template. Where one
names something else CloudFormation refuses the template with "Unresolved resource dependencies". This happens most
after a resource was taken out by hand, as Microsoft's instructions ask for the identity provider where Microsoft
Sentinel has created one already: whatever named it has to name the provider that exists by its ARN.`,
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
  checked: '2026-11-22',

  sections: ['Resources', 'Conditions', 'Rules', 'Outputs'],
  reads: ['document', 'names', 'isOpen'],

  *check(entry, { document, names, isOpen }) {
    if (isOpen) return;
    for (const reference of referencesOf(entry)) {
      if (reference.to !== 'value' && reference.to !== 'resource') continue;
      if (!isDeclared(reference, names)) yield undeclared(document, reference, names);
    }
  },
});

const isDeclared = ({ to, name }: Reference, { parameters, resources }: Names): boolean =>
  resources.has(name) || (to === 'value' && parameters.has(name));

function undeclared(document: LocatedDocument, reference: Reference, declared: Names): RuleFinding {
  const { to, name, variable } = reference;
  const span = nameSpan(document, reference);
  if (variable !== undefined && !/^[\w:]+$/.test(name)) return notAName(document, reference, span);
  const values = to === 'value' ? [...declared.parameters, ...pseudoParameters] : [];
  const meant = nearest(name, [...declared.resources.keys(), ...values]);
  const kind = to === 'value' ? 'parameter or resource' : 'resource';
  if (name === providerById('defender').logicalId) return removedProvider(document, reference, span);
  return {
    span,
    message: `The template has no ${kind} ${shown(name)}. ${meant ? `Write ${shown(meant)}.` : 'Declare it, or remove what names it.'}`,
    fixes: meant ? writeInside(document, span, name, meant) : [],
  };
}

const notAName = (document: LocatedDocument, { name }: Reference, span: RuleFinding['span']): RuleFinding => ({
  span,
  message: `Fn::Sub cannot put a value for \${${shown(name)}}: a name has letters and digits. Write \${!${shown(name)}} for text that stays as it is.`,
  fixes: isNameAlone(document, span, name) ? [replace('Keep the text as it is', { start: span.start, end: span.start }, '!')] : [],
});

function removedProvider(document: LocatedDocument, reference: Reference, span: RuleFinding['span']): RuleFinding {
  const { logicalId = '', url } = providerById('defender');
  const arn = `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${url.replace('https://', '')}`;
  return {
    span,
    message: `The template does not declare identity provider ${logicalId}. Name the one that exists by its ARN, ${arn}.`,
    fixes: nameByArn(document, reference, span, arn),
  };
}

function nameByArn({ text, format }: LocatedDocument, { call, node, variable }: Reference, span: RuleFinding['span'], arn: string): readonly Fix[] {
  const title = "Name the account's identity provider by its ARN";
  if (variable !== undefined) {
    const close = text.slice(span.end, node.span.end).indexOf('}');
    return text.startsWith('${', span.start - 2) && close >= 0 ? [replace(title, { start: span.start - 2, end: span.end + close + 1 }, arn)] : [];
  }
  if (call === node) return [];
  const first = text.charAt(call.span.start);
  if (format === 'json' || first === '{') return [replace(title, call.span, `{ "Fn::Sub": ${JSON.stringify(arn)} }`)];
  if (first === '!') return [replace(title, call.span, `!Sub ${JSON.stringify(arn)}`)];
  return [replace(title, call.span, `Fn::Sub: ${JSON.stringify(arn)}`)];
}
