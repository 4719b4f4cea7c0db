/** Something that the person at the keyboard can put right; the message says how, and no stack is shown. */
export class LocalProblem extends Error {
  override readonly name = "LocalProblem";
}

/** A system error's code ("EACCES"), where there is one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** Turns a system's refusal into a sentence; anything else passes through as it came. */
export function explained(error: unknown, place: string): unknown {
  const code = codeOf(error);
  if (code === "ENOSPC")
    return new LocalProblem(`The disk that holds ${place} is full. Free some space and start again.`);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new LocalProblem(
      `This user may not write in ${place}. Make it your own (chown), or run from a folder that is.`,
    );
  }
  return error;
}
