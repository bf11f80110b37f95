import type { DocumentText } from '../../document/document-text';
import type { LocatedDocument } from '../../document/located';
import { withSpan, type Completion, type Offer } from '../completion';
import { completionContext, type CompletionContext } from '../completion-context';
import { valueOffers } from '../value-completions';
import { keyChoices } from './key-choices';
import { referenceChoices } from './reference-choices';
import { attributeOf, named, typedReference, type ReferenceContext } from './reference-context';
import { valueChoices } from './value-choices';

/** What a CloudFormation template can hold at an offset, in the order to show it. */
export function templateCompletionsAt(document: LocatedDocument, offset: number): readonly Completion[] {
  const { format } = document;
  const text = document.text.toString();
  const context = completionContext(text, format, offset);
  const section = String(context?.path[0] ?? '');
  const typed = typedReference(document, offset);
  if (typed) return plainOffers(document, typed, section);
  if (!context) return [];
  if (context.writes === 'key') return withSpan(text, context, keyChoices(document, context));
  const target = targetOf(document, context, offset);
  if (target?.to === 'attribute' && !isSecond(context.path)) return plainOffers(document, target, section);
  return withSpan(text, context, offersFor(document, context, target));
}

function offersFor(document: LocatedDocument, context: CompletionContext, target: ReferenceContext | undefined): readonly Offer[] {
  const { path, style } = context;
  const choices = target ? referenceChoices(document, target, String(path[0]), own(path)) : valueChoices(document, path);
  const startsItem = style === 'block' && choices.length === 0 && typeof path.at(-1) === 'number';
  return startsItem ? keyChoices(document, context) : valueOffers(choices, style);
}

/** Names that are written without quotes: what stands around them stays. */
const plainOffers = (document: LocatedDocument, target: ReferenceContext, section: string): readonly Completion[] =>
  valueOffers(referenceChoices(document, target, section), 'block').map((offer) => ({ ...offer, span: target.span }));

/** What the key or the list at the cursor names, if it names something. */
function targetOf(document: LocatedDocument, { path, span }: CompletionContext, offset: number): ReferenceContext | undefined {
  const word = document.text.slice(span.start, offset).replace(/^["']/, '');
  const to = keyTargets[String(path.at(-1))];
  if (to) return named(to, word, document.text, offset);
  if (isConditionName(path)) return { to: 'condition', resource: undefined, span };
  if (path.at(-2) === 'DependsOn' && path.length === 4) return { to: 'resource', resource: undefined, span };
  if (typeof path.at(-1) !== 'number') return undefined;
  if (isSecond(path)) return attributeOf(firstOfList(document.text, offset), word, document.text, offset);
  const first = path.at(-1) === 0 ? listTargets[String(path.at(-2))] : undefined;
  return first && { to: first, resource: undefined, span };
}

const keyTargets: Readonly<Record<string, ReferenceContext['to']>> = { Ref: 'value', 'Fn::GetAtt': 'resource', DependsOn: 'resource' };

const listTargets: Readonly<Record<string, ReferenceContext['to']>> = { 'Fn::GetAtt': 'resource', 'Fn::If': 'condition', 'Fn::FindInMap': 'mapping' };

const isSecond = (path: CompletionContext['path']): boolean => path.at(-2) === 'Fn::GetAtt' && path.at(-1) === 1;

/** A resource's own condition, an output's, or one inside another. In a policy the same key means another thing. */
function isConditionName(path: CompletionContext['path']): boolean {
  if (path.at(-1) !== 'Condition') return false;
  return path[0] === 'Conditions' ? path.length > 2 : path.length === 3 && (path[0] === 'Resources' || path[0] === 'Outputs');
}

/** The item before the one at the cursor. */
const firstOfList = (text: DocumentText, offset: number): string =>
  /(\w+)["']?\s*(?:,|\n)\s*(?:-[ \t]*)?["']?[\w.]*$/.exec(text.slice(Math.max(offset - 600, 0), offset))?.[1] ?? '';

/** A resource does not wait for itself. */
const own = (path: CompletionContext['path']): readonly string[] => (path.includes('DependsOn') ? [String(path[1])] : []);
