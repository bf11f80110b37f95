import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './start-server';

// By itself a heap grows to several times of what is in use before anybody looks for garbage, and each edit of a large file
// leaves a copy of its text behind. Looking earlier costs little: what is in use stays small.
for (const flag of ['--heap-growing-percent=50', '--semi-space-growth-factor=1']) setFlagsFromString(flag);

// Speaks over what the command line names: --stdio, --node-ipc, --socket=<port> or --pipe=<name>.
startServer(createConnection(ProposedFeatures.all));
