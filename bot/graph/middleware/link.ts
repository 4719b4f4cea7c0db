import type { Context, Middleware } from "@microsoft/microsoft-graph-client";

/** Hands the request to the rest of the chain. */
export type Next = (context: Context) => Promise<void>;

/** A link of the chain from what it does. The library sets what follows it. */
export function link(execute: (context: Context, next: Next) => Promise<void>): Middleware {
  let following: Middleware | undefined;
  const next: Next = async (context) => {
    if (!following) throw new TypeError("The chain of middleware ends too early.");
    await following.execute(context);
  };
  return {
    execute: (context) => execute(context, next),
    setNext: (middleware) => {
      following = middleware;
    },
  };
}

/** The request's options; the library always gives some. */
export const optionsOf = (context: Context): NonNullable<Context["options"]> => {
  context.options ??= {};
  return context.options;
};

/** The signal that ends the whole call, whichever attempt is under way. */
export const signalOf = (context: Context): AbortSignal | undefined => context.options?.signal ?? undefined;

/** Adds a header to this and later attempts, replacing one of that name. */
export function setHeader(context: Context, name: string, value: string): void {
  const options = optionsOf(context);
  const headers = new Headers(options.headers as HeadersInit | undefined);
  headers.set(name, value);
  options.headers = Object.fromEntries(headers);
}

/** The header as it will be sent. */
export const headerOf = (context: Context, name: string): string | null =>
  new Headers(context.options?.headers as HeadersInit | undefined).get(name);

/** The request's address. Ours are always text. */
export const urlOf = (context: Context): string =>
  typeof context.request === "string" ? context.request : context.request.url;

/** Waits for `work` no longer than `signal` allows; the work itself goes on for whoever else waits for it. */
export async function whileAllowed<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
