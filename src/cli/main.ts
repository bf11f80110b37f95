import { runCli } from './run-cli';

// `defender-connectors lint | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

void runCli(process.argv.slice(2), process, process.env).then((code) => {
  // Not process.exit: what is still being written to a pipe must get there.
  process.exitCode = code;
});
