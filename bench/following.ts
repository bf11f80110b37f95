import { createAwsPorts } from '../src/adapters/aws';
import { executeDeployment } from '../src/app/execute-deployment';
import { longestPause } from '../src/app/follow-operation';
import { previewDeployment } from '../src/app/preview-deployment';
import { profileFiles } from '../sandbox/profiles';
import { startSandbox } from '../sandbox/start-sandbox';
import { account, requestFor, roleResource, template, valueOf } from '../test/sandbox/deploy/cloud';
import { useAwsFiles } from '../test/unit/adapters/aws/aws-files';
import { ms, withBar, type Row } from './rows';

/** Two deployments in real time: how long after CloudFormation has ended we say so, and how often we ask meanwhile. */
export async function followingRows(): Promise<readonly Row[]> {
  const sandbox = await startSandbox({ clock: { msPerStep: 350 } });
  const restore = useAwsFiles(profileFiles(sandbox));
  try {
    const late: number[] = [];
    for (const more of [{}, Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`More${index}`, roleResource(`More${index}`)]))]) {
      const ports = createAwsPorts({ profile: 'sandbox-single', region: 'us-east-1' });
      const preview = valueOf(await previewDeployment(ports, requestFor(template({ more }))));
      let ended: number | undefined;
      const watch = setInterval(() => {
        const status = sandbox.state.stack(account, 'defender')?.status ?? '';
        if (ended === undefined && /^(CREATE|UPDATE)_COMPLETE$/.test(status) && begun) ended = performance.now();
        begun ||= /^(CREATE|UPDATE)_IN_PROGRESS$/.test(status);
      }, 5);
      let begun = false;
      valueOf(await executeDeployment(ports, preview));
      clearInterval(watch);
      late.push(performance.now() - (ended ?? performance.now()));
    }
    const worst = Math.max(...late);
    const row: Row = { what: 'deployment, said to have ended after CloudFormation has', value: late.map(ms).join(', '), limit: '', verdict: '' };
    return [withBar(row, `one pause between two looks, at most ${ms(longestPause)}`, worst <= longestPause)];
  } finally {
    restore();
    await sandbox.stop();
  }
}
