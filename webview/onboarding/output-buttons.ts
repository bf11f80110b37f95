import { answerAt } from '../../src/core/onboarding/answers';
import { hasErrors } from '../../src/core/onboarding/wizard-state';
import type { Copied } from '../../src/protocol/onboarding';
import type { Part, Tools } from './tools';

const copies: readonly (readonly [what: Copied, label: string])[] = [
  ['script-aws', 'Copy AWS CLI script'],
  ['script-powershell', 'Copy PowerShell script'],
  ['script-az', 'Copy az script'],
];

/** For whoever deploys by hand or by a pipeline: scripts on the clipboard, Terraform as files. */
export function outputButtons({ h, wish }: Tools): Part {
  const scripts = copies.map(([what, label]) => h.button({ label, onClick: () => wish({ kind: 'copy', what }) }));
  const terraform = h.button({ label: 'Write Terraform files', onClick: () => wish({ kind: 'writeTerraform' }) });
  return {
    element: h(
      'div',
      {},
      h('h3', {}, 'Deploy in another way'),
      h('p', { class: 'help' }, 'The scripts show what would change and ask before they change anything.'),
      h('div', { class: 'actions' }, ...scripts, terraform),
    ),
    update: ({ wizard }) => {
      const waiting = wizard.checked !== wizard.revision || hasErrors(wizard.problems);
      for (const button of [...scripts, terraform]) button.toggleAttribute('disabled', waiting);
      // With Terraform as the method its files are among those that are saved.
      terraform.toggleAttribute('hidden', answerAt(wizard.answers, 'deployment.method') === 'terraform');
    },
  };
}
