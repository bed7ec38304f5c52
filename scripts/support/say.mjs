/**
 * News of the set-up goes to stderr: the output of the commands themselves stays clean.
 * @param {string} message
 */
export function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * An end that the person can do something about: one line and no stack.
 * @param {string} message
 * @returns {never}
 */
export function giveUp(message) {
  say(message);
  process.exit(1);
}
