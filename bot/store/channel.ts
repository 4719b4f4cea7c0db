import type { TenantId } from "../../shared/domain/id.ts";
import type { SessionId } from "../../shared/domain/session/session.ts";
import type { SessionChannel } from "../ports.ts";
import { ListeningLine } from "./listening-line.ts";

/** The PostgreSQL channel on which changes of sessions are announced. */
export const sessionChannelName = "session";

/** What is announced: ids and a version, and nothing else, as everyone connected to the database may listen. */
export const sessionNotice = (tenantId: TenantId, sessionId: SessionId, version: number | null): string =>
  JSON.stringify([tenantId, sessionId, version]);

type Listener = (version: number | null) => void;

/**
 * Listens on one connection of its own for changes that any process announces. What was announced while it was broken is
 * lost, so every listener is called after each new connection, the first included.
 */
export function openSessionChannel({ databaseUrl }: { readonly databaseUrl: string }): SessionChannel {
  const listeners = new Map<string, Set<Listener>>();
  const line = new ListeningLine({
    databaseUrl,
    channel: sessionChannelName,
    onConnect: () =>
      callAll(
        [...listeners.values()].flatMap((group) => [...group]),
        null,
      ),
    onNotice: (notice) => {
      const heard = readNotice(notice);
      if (heard) callAll([...(listeners.get(heard.key) ?? [])], heard.version);
    },
  });
  return {
    listen: (tenantId, sessionId, onChange) => add(listeners, keyOf(tenantId, sessionId), onChange),
    close: () => line.close(),
  };
}

const keyOf = (tenantId: TenantId, sessionId: SessionId): string => JSON.stringify([tenantId, sessionId]);

/** `null` for what nobody of ours announces: anyone connected to the database may. */
function readNotice(notice: string): { readonly key: string; readonly version: number | null } | null {
  try {
    const [tenantId, sessionId, version]: unknown[] = JSON.parse(notice);
    if (typeof tenantId !== "string" || typeof sessionId !== "string") return null;
    return { key: keyOf(tenantId, sessionId), version: typeof version === "number" ? version : null };
  } catch {
    return null;
  }
}

/** @returns how to stop. The same function may listen twice, and each stops by itself. */
function add(listeners: Map<string, Set<Listener>>, key: string, onChange: Listener): () => void {
  const group = listeners.get(key) ?? new Set();
  const call: Listener = (version) => onChange(version);
  listeners.set(key, group.add(call));
  return () => {
    group.delete(call);
    if (group.size === 0 && listeners.get(key) === group) listeners.delete(key);
  };
}

function callAll(calls: readonly Listener[], version: number | null): void {
  for (const call of calls) call(version);
}
