import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './start-server';

// V8 lets a heap grow to several times what is in use before it looks for garbage. Each edit of a large file leaves a copy
// of its text behind, so the heap would grow to that size at once.
setFlagsFromString('--heap-growing-percent=50');
setFlagsFromString(process.env.SSGF ?? '--semi-space-growth-factor=2');

// Speaks over what the command line names: --stdio, --node-ipc, --socket=<port> or --pipe=<name>.
startServer(createConnection(ProposedFeatures.all));
