// Makes Node.js load of a CDKTF provider only what is used of it. Given to node by --require.
//
// lib/index.js of a provider requires all of its modules, some 1,800 for AWS, which takes seconds.
// The package also has lib/lazy-index.js, which exports the same and requires a module when it is
// asked for. Where the two do not export the same, or anything else is unlike that, index.js stays.
'use strict';

const fs = require('fs');
const Module = require('module');
const path = require('path');

const INDEX = new RegExp(
    ['@cdktf', 'provider-[^/\\\\]+', 'lib', 'index\\.js$'].join('[/\\\\]'));

/** The modules that an index requires. */
function modules(file) {
  const text = fs.readFileSync(file, 'utf8');
  return Array.from(text.matchAll(/require\((["'])(\.\/[^"']+)\1\)/g), (match) => match[2]);
}

/** The lazy index beside an index, if it offers the same modules; else the index. */
function lazy(index) {
  try {
    const candidate = path.join(path.dirname(index), 'lazy-index.js');
    const offered = new Set(modules(candidate));
    const wanted = modules(index);
    return wanted.length > 0 && wanted.every((name) => offered.has(name)) ? candidate : index;
  } catch (e) {
    return index;
  }
}

const answers = new Map();
const resolve = Module._resolveFilename;
if (typeof resolve === 'function') {
  Module._resolveFilename = function (...request) {
    const file = resolve.apply(this, request);
    if (typeof file !== 'string' || !INDEX.test(file)) {
      return file;
    }
    if (!answers.has(file)) {
      answers.set(file, lazy(file));
    }
    return answers.get(file);
  };
}
