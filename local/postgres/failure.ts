import { codeOf, LocalProblem } from "../processes/problem.ts";

/** What PostgreSQL's programs say when something is wrong with the machine, and what to do about it. */
const causes: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/No space left on device/i, "The disk is full. Free some space and start again; nothing that was saved is lost."],
  [
    /could not bind|Address already in use/i,
    "Its port is taken by another program. Stop that one, or choose others: PORT=4978 npm start.",
  ],
  [
    /Permission denied|has wrong ownership|invalid permissions/i,
    "The data belongs to another user of this machine. Start as that user, or begin again with: npm start -- --fresh.",
  ],
  [
    /could not look up effective user ID/i,
    "PostgreSQL needs a user that this machine knows by name. Add one to /etc/passwd, or run as another user.",
  ],
  [
    /database files are incompatible|not compatible with this version/i,
    "The data was made by another version of PostgreSQL. Begin again with: npm start -- --fresh.",
  ],
  [
    /could not (create|map) .*shared memory|Cannot allocate memory/i,
    "There is too little memory (or /dev/shm is too small). About 300 MB must be free.",
  ],
  [
    /cannot open shared object file/i,
    "A library is missing from its package. Delete the folder node_modules and start again: its install scripts must be allowed to run.",
  ],
];

/** A problem whose sentence names the cause, where PostgreSQL's words show a known one, and its last words otherwise. */
export function postgresProblem(what: string, output: string): LocalProblem {
  const known = causes.find(([pattern]) => pattern.test(output));
  const lastWords = output.trim().split("\n").slice(-8).join("\n");
  return new LocalProblem(known ? `${what} ${known[1]}` : `${what} Its last words:\n${lastWords}`);
}

/** The same for a program that could not even be started. */
export function spawnProblem(what: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === "EPERM" || code === "EINVAL") {
    return new LocalProblem(
      `${what} Root may not become another user here, and PostgreSQL refuses root. Run as an ordinary user.`,
    );
  }
  if (code === "EACCES" || code === "ENOENT") {
    return new LocalProblem(`${what} Its programs cannot be run (${code}): is the disk mounted noexec?`);
  }
  return error;
}
