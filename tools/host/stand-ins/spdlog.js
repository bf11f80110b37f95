// Stands in for @vscode/spdlog, which would have to be compiled: appends log lines to the file, no rotation.
/* eslint-disable @typescript-eslint/no-require-imports -- the server loads this file as a CommonJS module */
const fs = require('node:fs');
const path = require('node:path');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = levels.indexOf('info');
    fs.mkdirSync(path.dirname(file), { recursive: true });
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}

levels.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    if (level < this.level) return;
    try {
      fs.appendFileSync(this.file, `${new Date().toISOString()} [${name}] ${message}\n`);
    } catch {
      // The log folder goes away when the server is stopped; a late line has nobody to read it.
    }
  };
});

const open = async (name, file) => new Logger('rotating', name, file);

// One assignment each: an importing module sees only the names that stand in the text this way.
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = open;
exports.createAsyncRotatingLogger = open;
