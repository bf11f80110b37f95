import { shown } from '../../../document/shown';
import { replace } from '../../fix/replace';
import { resourceRule } from '../../rule';
import { textsIn } from '../../view/texts-in';

/** IAM compares ARNs letter by letter. */
export const arnSpace = resourceRule({
  id: 'template/arn-space',
  severity: 'warning',
  summary: 'No ARN has a space in it.',
  why: `An ARN with a space behind a colon matches nothing, and nothing says so. It stands in a sample query of Microsoft's own
documentation, \`arn:aws:sts:: <YOUR-ACCOUNT-ID>:assumed-role/CspmMonitorAws/\`, from where it is copied.`,
  source:
    'https://github.com/MicrosoftDocs/azure-security-docs/blob/8060052cc18ce64900eb08d7cf9232cbf3e75a0b/articles/defender-for-cloud/troubleshoot-connectors.md#get-the-number-of-native-api-calls',
  checked: '2026-11-22',
  reads: ['document'],

  *check({ map }, { document }) {
    for (const { match, span } of textsIn(document, map, /\barn:(?:[\w-]|\$\{[\w:]+\}){1,40}:[\w.-]{0,40}:(?:[\w-]|\$\{[\w:]+\}){0,40}:[ \t]+(?=[\w<*$])/g)) {
      const arn = match.trimEnd();
      const space = { start: span.start + arn.length, end: span.end };
      yield { span: space, message: `A space stands in the ARN behind ${shown(arn)}, so that it matches nothing. Remove it.`, fixes: [replace('Remove the space', space, '')] };
    }
  },
});
