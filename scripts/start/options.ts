import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly open: boolean;
  readonly desktop: boolean;
  /** The port asked for; without one, the usual port or any free one. */
  readonly port: number | undefined;
}

const usage = `Usage: npm start -- [--no-open] [--port 8123] [--desktop]
  --no-open   do not open the browser
  --port      port of the VS Code server on 127.0.0.1
  --desktop   use the desktop VS Code ("code" on the PATH) instead, with settings and extensions of its own`;

/** Reads the command line; ends the program with the usage where it cannot be read. */
export function readOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        'no-open': { type: 'boolean', default: false },
        desktop: { type: 'boolean', default: false },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return { open: !values['no-open'], desktop: values.desktop, port: values.port === undefined ? undefined : toPort(values.port) };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`"${text}" is not a port. Give a whole number from 1 to 65535.`);
}
