/**
 * Something that the person at the keyboard can put right; the message says how.
 *
 * @param {string} message
 */
export function setUpProblem(message) {
  return Object.assign(new Error(message), { name: "SetUpProblem" });
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
export function isSetUpProblem(error) {
  return error instanceof Error && error.name === "SetUpProblem";
}

/** What npm or the system says, and what a person can do about it. The first that matches is shown. */
const causes = [
  [
    /EUSAGE|can only install packages when your package\.json and package-lock\.json/,
    "package.json and package-lock.json disagree. Run `npm install --package-lock-only`, look at the change, then run the command again.",
  ],
  [/ENOSPC|no space left on device/i, "The disk is full. Free about 2 GB, then run the command again."],
  [
    /EACCES|EPERM|operation not permitted|EROFS/,
    "This user may not write in the project's folder or in npm's cache. Make the folder your own (`chown -R $(whoami) .`), check `npm config get cache`, then run the command again.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    "The npm registry could not be reached. Check the network (and `npm config get registry` and proxy behind a company firewall), then run the command again: what was fetched is kept.",
  ],
  [
    /SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|CERT_/,
    "The npm registry's certificate is not trusted here. Behind a company proxy, set `npm config set cafile <its certificate>`, then run the command again.",
  ],
  [/E401|E403/, "The npm registry refused these credentials. Check `npm config get registry` and `npm login`."],
  [/EINTEGRITY/, "A downloaded package is damaged. Run `npm cache clean --force`, then run the command again."],
  [/ENOENT.*npm|npm: not found/, "npm was not found. Install Node.js together with npm from https://nodejs.org."],
];

/**
 * A sentence for a failed step: the known cause where the output shows one, else where to look.
 *
 * @param {string} output what the program wrote
 */
export function explain(output) {
  const known = causes.find(([pattern]) => /** @type {RegExp} */ (pattern).test(output));
  return known ? String(known[1]) : "The lines above say what npm stumbled over.";
}
