import { createRunner } from 'jest-light-runner';
import Tinypool from 'tinypool';

/**
 * The runner of specs in plain Node processes. It gives all of its processes one channel, and answers the first that asks
 * for its settings to every one of them: a process that does not listen yet misses its answer and waits for ever. So each
 * file is given a channel of its own.
 */
const { run } = Tinypool.prototype;
Tinypool.prototype.run = function (task, options) {
  return run.call(this, task, { ...options, channel: ownChannel(options.channel) });
};

/** The channel of all answers whoever listens: here that is the one who asks, and only while it asks. */
function ownChannel(ofAll) {
  let answer;
  return {
    onMessage: (listener) => (answer = listener),
    postMessage: (message) => {
      ofAll.onMessage(answer);
      ofAll.postMessage(message);
    },
  };
}

export default createRunner({ runtime: 'child_process' });
