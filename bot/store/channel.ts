import type { TenantId } from "../../shared/domain/id.ts";
import type { SessionId } from "../../shared/domain/session.ts";
import type { SessionChannel } from "../ports.ts";
import { ListeningLine } from "./listening-line.ts";

/** The PostgreSQL channel on which changes of sessions are announced. */
export const sessionChannelName = "session";

/** What is announced: ids and nothing else, as everyone connected to the database may listen. */
export const sessionNotice = (tenantId: TenantId, sessionId: SessionId): string =>
  JSON.stringify([tenantId, sessionId]);

/**
 * Listens on one connection of its own for changes that any process announces. What was announced while it was broken is
 * lost, so every listener is called after each new connection, the first included.
 */
export function openSessionChannel({ databaseUrl }: { readonly databaseUrl: string }): SessionChannel {
  const listeners = new Map<string, Set<() => void>>();
  const line = new ListeningLine({
    databaseUrl,
    channel: sessionChannelName,
    onConnect: () => callAll([...listeners.values()].flatMap((group) => [...group])),
    onNotice: (notice) => callAll([...(listeners.get(notice) ?? [])]),
  });
  return {
    listen: (tenantId, sessionId, onChange) => add(listeners, sessionNotice(tenantId, sessionId), onChange),
    close: () => line.close(),
  };
}

/** @returns how to stop. The same function may listen twice, and each stops by itself. */
function add(listeners: Map<string, Set<() => void>>, notice: string, onChange: () => void): () => void {
  const group = listeners.get(notice) ?? new Set();
  const call = () => onChange();
  listeners.set(notice, group.add(call));
  return () => {
    group.delete(call);
    if (group.size === 0 && listeners.get(notice) === group) listeners.delete(notice);
  };
}

function callAll(calls: readonly (() => void)[]): void {
  for (const call of calls) call();
}
