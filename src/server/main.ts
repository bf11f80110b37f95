import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './start-server';

// Speaks over what the command line names: --stdio, --node-ipc, --socket=<port> or --pipe=<name>.
startServer(createConnection(ProposedFeatures.all));
