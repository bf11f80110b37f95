import { oldScriptRuntimes } from '../../../catalog/lambda-runtimes';
import { entryOf } from '../../../document/entry-of';
import { resourceRule } from '../../rule';

/** A document's content may be a map or a text: both are searched as they are written. */
export const scriptRuntime = resourceRule({
  id: 'template/script-runtime',
  severity: 'warning',
  summary: 'Scripts in documents of Systems Manager do not run on Python 3.6.',
  why: `Microsoft's published set-up of host management has an automation document whose script runs on \`python3.6\`, which is
long out of support. Whether Systems Manager still takes it could not be confirmed. Use the runtime of the template that
the Azure portal gives today.`,
  source:
    'https://github.com/Azure/Microsoft-Defender-for-Cloud/blob/20917cecf5cf561b0cda98bd67d67929c88e4d46/MultiCloud/AWS/AwsOnboarding.tf#L817',
  checked: '2026-11-22',
  types: ['AWS::SSM::Document'],
  reads: ['document'],

  *check({ properties }, { document: { text } }) {
    const content = entryOf(properties, 'Content')?.value;
    if (!content) return;
    const { start, end } = content.span;
    for (const match of text.slice(start, end).matchAll(/\bRuntime\\?["']?[ \t]*:[ \t]*\\?["']?(python[\d.]+)/g)) {
      const [all, runtime = ''] = match;
      if (!oldScriptRuntimes.includes(runtime)) continue;
      const at = start + match.index + all.length - runtime.length;
      yield {
        span: { start: at, end: at + runtime.length },
        message: `The script runs on ${runtime}, which is out of support. Use the runtime of the portal's current template.`,
      };
    }
  },
});
