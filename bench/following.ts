import { createAwsPorts } from '../src/adapters/aws';
import { executeDeployment } from '../src/app/operation/execute-deployment';
import { longestPause } from '../src/app/operation/follow-operation';
import { previewDeployment } from '../src/app/preview/preview-deployment';
import { profileFiles } from '../sandbox/profiles';
import { startSandbox, type Sandbox } from '../sandbox/start-sandbox';
import { account, requestFor, roleResource, template, valueOf } from '../test/sandbox/deploy/cloud';
import { useAwsFiles } from '../test/unit/adapters/aws/aws-files';
import { ms, withBar, type Row } from './rows';

/** Two deployments in real time: how much longer they take us than CloudFormation itself, before it begins and after it has ended. */
export async function followingRows(): Promise<readonly Row[]> {
  const sandbox = await startSandbox({ clock: { msPerStep: 350 } });
  const restore = useAwsFiles(profileFiles(sandbox));
  try {
    const overheads: number[] = [];
    const services: number[] = [];
    for (const more of [{}, Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`More${index}`, roleResource(`More${index}`)]))]) {
      const ports = createAwsPorts({ profile: 'sandbox-single', region: 'us-east-1' });
      const preview = valueOf(await previewDeployment(ports, requestFor(template({ more }))));
      const service = watchService(sandbox);
      const start = performance.now();
      valueOf(await executeDeployment(ports, preview));
      const whole = performance.now() - start;
      const own = service.took();
      services.push(own);
      overheads.push(whole - own);
    }
    const row: Row = { what: `deployment, longer than CloudFormation's own ${services.map(ms).join(', ')}`, value: overheads.map(ms).join(', '), limit: '', verdict: '' };
    return [withBar(row, `one pause between two looks, at most ${ms(longestPause)}`, Math.max(...overheads) <= longestPause)];
  } finally {
    restore();
    await sandbox.stop();
  }
}

/** How long the stack itself is at work, by a clock of our own that looks into the sandbox. */
function watchService({ state }: Sandbox) {
  let begun: number | undefined;
  let ended: number | undefined;
  const look = setInterval(() => {
    const status = state.stack(account, 'defender')?.status ?? '';
    if (/^(CREATE|UPDATE)_IN_PROGRESS$/.test(status)) begun ??= performance.now();
    else if (begun !== undefined) ended ??= performance.now();
  }, 5);
  return {
    took(): number {
      clearInterval(look);
      if (begun === undefined || ended === undefined) throw new Error('The stack was not seen to begin and to end.');
      return ended - begun;
    },
  };
}
