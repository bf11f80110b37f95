import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { runCommand } from './run-command';

export interface MotoServer {
  readonly endpoint: string;
  stop(): void;
}

/** Starts moto, an independent stand-in for AWS, where Python has it; otherwise says why not. */
export async function startMoto(): Promise<MotoServer | string> {
  const found = await runCommand('python3', ['-c', 'import moto.server']);
  if (found.code !== 0) return 'moto is not installed for python3';
  const port = await freePort();
  const child = spawn('python3', ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  const endpoint = `http://127.0.0.1:${port}`;
  if (await answers(endpoint, child)) return { endpoint, stop: () => void child.kill() };
  child.kill();
  return 'moto did not answer within 10 seconds';
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end && child.exitCode === null; ) {
    const answered = await fetch(`${endpoint}/moto-api/`).then(() => true, () => false);
    if (answered) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
