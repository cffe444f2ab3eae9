// Runs jsii's kernel, program.js beside this file, in the node process that the Java runtime starts.
//
// Usually that process starts another one for the kernel and hands on what both say: the kernel reads
// and writes requests at descriptor 3, and what it prints goes to standard error as JSON. Here it is
// one process: descriptor 3 is standard input and output, and what is printed is wrapped on the spot.
// The argument is the oldest version of Node.js to run on.
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const { Readable } = require('stream');

const OLDEST = Number(process.argv[2]);
const REQUESTS = 3;

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.exit(1);
}

const readSync = fs.readSync;
const writeSync = fs.writeSync;

function print(name, data, encoding) {
  writeSync(2, JSON.stringify({ [name]: Buffer.from(data, encoding).toString('base64') }) + '\n');
}

fs.readSync = (fd, ...rest) => readSync(fd === REQUESTS ? 0 : fd, ...rest);

fs.writeSync = (fd, data, ...rest) => {
  if (fd === REQUESTS) {
    return writeSync(1, data, ...rest);
  }
  if (fd !== 1 && fd !== 2) {
    return writeSync(fd, data, ...rest);
  }
  print(fd === 1 ? 'stdout' : 'stderr', data);
  return data.length;
};

for (const name of ['stdout', 'stderr']) {
  process[name].write = (data, encoding, done) => {
    const callback = typeof encoding === 'function' ? encoding : done;
    print(name, data, typeof encoding === 'string' ? encoding : undefined);
    if (callback) {
      process.nextTick(callback);
    }
    return true;
  };
}

// Where the kernel cannot keep what it unpacks, as without a home, it unpacks anew each time.
const CACHE = 'JSII_RUNTIME_PACKAGE_CACHE';

function cacheRoot() {
  const home = process.env.HOME || os.homedir();
  return process.platform === 'darwin'
    ? path.join(home, 'Library', 'Caches', 'com.amazonaws.jsii', 'package-cache')
    : path.join(home, '.cache', 'aws', 'jsii', 'package-cache');
}

if (!process.env[`${CACHE}_ROOT`] && !process.env[CACHE]) {
  try {
    fs.mkdirSync(cacheRoot(), { recursive: true });
    fs.accessSync(cacheRoot(), fs.constants.W_OK);
  } catch {
    process.env[CACHE] = 'disabled';
  }
}

// Requests are nobody else's to read.
Object.defineProperty(process, 'stdin', { configurable: true, value: Readable.from([]) });

require(path.join(__dirname, 'program.js'));
