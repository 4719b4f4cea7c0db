import type { MessageSource, MessageTarget } from "./host.ts";
import { type HostContext, type Reply, runtime } from "./host-protocol.ts";

/** A window that was opened, as far as this needs it. */
export type Opened = MessageTarget & Pick<Window, "close" | "closed">;

/** What the app asked for, and the place it asks from. */
export interface AuthRequest {
  readonly url: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly appOrigin: string;
  readonly context: () => HostContext;
}

/** The page around: `open` gives null where the browser refuses, `source` is where messages arrive. */
export interface AuthSurroundings {
  readonly open: (url: string, features: string) => Opened | null;
  readonly source: MessageSource;
}

const lookEveryMs = 300;
const ends = { success: "authentication.authenticate.success", failure: "authentication.authenticate.failure" };

/**
 * Opens the window in which an app lets a person consent or sign in, and plays Teams to it until it says how that ended.
 *
 * The answer is what teams-js expects of `authentication.authenticate`: `[true, result]`, or `[false, reason]` with the app's own
 * reason, "CancelledByUser" when the window was closed, or "FailedToOpenWindow". Only pages of the app are listened to.
 */
export function authenticate(request: AuthRequest, { open, source }: AuthSurroundings): Promise<Reply> {
  const opened = open(request.url, `popup,width=${request.width},height=${request.height}`);
  if (!opened) return Promise.resolve([false, "FailedToOpenWindow"]);
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const finish = (reply: Reply) => {
    clearInterval(looking);
    source.removeEventListener("message", hear);
    resolve(reply);
  };
  const hear = ({ data, origin, source: from }: MessageEvent) => {
    if (from !== opened || origin !== request.appOrigin) return;
    const { id, uuidAsString, func, args = [] } = (data ?? {}) as Message;
    const reply = answerTo(func, request.context);
    if (reply) opened.postMessage({ id, uuidAsString, args: reply }, origin);
    if (func === ends.success) finish([true, args[0]]);
    if (func === ends.failure) finish([false, args[0] ?? "CancelledByUser"]);
  };
  const looking = setInterval(() => opened.closed && finish([false, "CancelledByUser"]), lookEveryMs);
  source.addEventListener("message", hear);
  return promise;
}

interface Message {
  readonly id?: number;
  readonly uuidAsString?: string;
  readonly func?: string;
  readonly args?: readonly unknown[];
}

function answerTo(func: string | undefined, context: () => HostContext): Reply {
  if (func === "initialize") return ["authentication", "web", JSON.stringify(runtime), "2.0.1"];
  if (func === "getContext") return [{ ...context(), frameContext: "authentication" }];
  return undefined;
}
