import { deprecatedRuntime } from '../../../catalog/lambda-runtimes';
import { entryOf } from '../../../document/entry-of';
import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';

/** The days are data, and were moved by AWS before. */
export const lambdaRuntime = resourceRule({
  id: 'template/lambda-runtime',
  severity: 'error',
  summary: 'Functions name a runtime with which AWS Lambda still creates functions.',
  why: `AWS Lambda retires runtimes: first they are deprecated, later no function can be created with them, at last none can be
updated. A template that was downloaded long ago fails with "The runtime parameter of python3.7 is no longer supported
for creating or updating AWS Lambda functions". Download the current one. A runtime that is deprecated and still works
is a warning. Days are as known on the day this rule was checked; AWS has moved some of them.`,
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
  checked: '2026-11-22',
  types: ['AWS::Lambda::Function'],
  reads: [],

  *check({ properties }) {
    const value = entryOf(properties, 'Runtime')?.value;
    if (value?.kind !== 'scalar') return;
    const name = String(value.value);
    const runtime = deprecatedRuntime(name);
    if (!runtime) return;
    const { blocked, deprecated, successor } = runtime;
    yield {
      span: value.span,
      severity: blocked ? 'error' : 'warning',
      message: blocked
        ? `AWS Lambda has created no function with runtime ${name} since ${blocked}. Download the current template, or write ${successor}.`
        : `Runtime ${name} of AWS Lambda is deprecated since ${deprecated}. Download the current template, or write ${successor}.`,
      fixes: [replace(`Write ${successor}`, value.span, value.style === 'plain' ? successor : `"${successor}"`)],
    };
  },
});
