// Stands in for @vscode/native-watchdog, which ends a server whose parent died. Here whoever starts the server also stops it.
exports.start = () => {};
exports.exit = (code) => process.exit(code ?? 0);
