// Fault: tslab does not know the question for the cells that ran before, and complains of it in the output of the
// last one. Mended: it is answered with the cells of this kernel.
'use strict';
const { allRuns } = require('./run.cjs');

/** @typedef {import('./tslab-inside').HistoryRequest} HistoryRequest */
/** @typedef {{ number: number, code: string }} Ran */

const QUESTION = 'history_request';
/** One that tslab passes on to a function that can be replaced. */
const KNOWN_QUESTION = 'comm_info_request';
const SESSION = 1;

/** @param {import('./tslab-inside').Tslab} tslab */
function mendHistory({ jupyter }) {
  const server = jupyter.ZmqServer.prototype;
  const { publishStatus, handleCommInfoRequest } = server;
  server.publishStatus = function (status, message) {
    publishStatus.call(this, status, message);
    const { header } = message;
    if (status === 'busy' && header.msg_type === QUESTION) header.msg_type = KNOWN_QUESTION;
  };
  server.handleCommInfoRequest = function (socket, message) {
    const request = /** @type {HistoryRequest} */ (message.content);
    if (!request.hist_access_type) return handleCommInfoRequest.call(this, socket, message);
    message.header.msg_type = QUESTION;
    const reply = message.createReply();
    reply.header.msg_type = 'history_reply';
    reply.content = historyReply(request);
    reply.signAndSend(this.connInfo.key, socket);
  };
}

/** @param {HistoryRequest} request */
function historyReply(request) {
  const { output } = request;
  const history = chosen(request, allRuns()).map(({ number, code }) => [
    SESSION,
    number,
    output ? [code, null] : code,
  ]);
  return { status: 'ok', history };
}

/** @param {HistoryRequest} request @param {readonly Ran[]} runs @returns {readonly Ran[]} */
function chosen({ hist_access_type: kind, n, start = 0, stop, session, pattern, unique }, runs) {
  if (kind === 'range') {
    // Session 0 is the one now; of others nothing is kept.
    if (session && session !== SESSION) return [];
    return runs.filter(({ number }) => number >= start && number < (stop ?? Infinity));
  }
  const found = kind === 'search' ? runs.filter(({ code }) => fits(code, pattern)) : runs;
  const once = unique ? found.filter(({ code }, at) => isLast(found, code, at)) : found;
  return n ? once.slice(-n) : once;
}

/** @param {readonly Ran[]} runs @param {string} code @param {number} at */
const isLast = (runs, code, at) => !runs.slice(at + 1).some((later) => later.code === code);

/** With `*` for anything and `?` for any one character. @param {string} code @param {string} [pattern] */
function fits(code, pattern = '*') {
  const parts = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${parts}$`, 's').test(code);
}

module.exports = { mendHistory, historyReply };
