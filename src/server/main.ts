import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './start-server';

// The space for new objects would grow to many times of what an edit leaves behind.
setFlagsFromString('--semi-space-growth-factor=1');

// Speaks over what the command line names: --stdio, --node-ipc, --socket=<port> or --pipe=<name>.
startServer(createConnection(ProposedFeatures.all));
