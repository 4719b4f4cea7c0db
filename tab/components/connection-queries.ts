import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ConnectionView } from "../../shared/contract/calendar-connection.ts";
import type { ConsentOutcome } from "../../shared/contract/consent.ts";
import { type ApiClient, ApiProblem, valueOf } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import { keys, second } from "../queries.ts";
import type { TeamsHost } from "../teams-host.ts";

/** Whether the person's calendar is connected. */
export function useConnection() {
  const { api } = useApp();
  return useQuery({
    queryKey: keys.connection,
    queryFn: () => valueOf(api.call("readConnection")),
    staleTime: 60 * second,
  });
}

/**
 * Connects the person's calendar. Whoever has not consented yet is asked to, and then it is tried once more.
 * @throws ApiProblem
 */
export async function connect(
  api: Pick<ApiClient, "call">,
  host: Pick<TeamsHost, "askConsent">,
): Promise<ConnectionView | Exclude<ConsentOutcome, "given">> {
  const first = await api.call("connectCalendar");
  if (first.ok) return first.value;
  if (first.problem.refusal !== "consent-needed") throw new ApiProblem(first.problem);
  const outcome = await host.askConsent();
  if (outcome !== "given") return outcome;
  const again = await api.call("connectCalendar");
  if (again.ok) return again.value;
  if (again.problem.refusal === "consent-needed") return "failed";
  throw new ApiProblem(again.problem);
}

/** Connects on a tap; its `data` says how the consent ended, where it did not end with a yes. */
export function useConnect() {
  const { api, host } = useApp();
  const show = useShowConnection();
  return useMutation({
    mutationFn: () => connect(api, host),
    onSuccess: (connected) => {
      if (typeof connected !== "string") show(connected);
    },
  });
}

/** Takes the leave back. */
export function useDisconnect() {
  const { api } = useApp();
  const show = useShowConnection();
  return useMutation({ mutationFn: () => valueOf(api.call("disconnectCalendar")), onSuccess: show });
}

function useShowConnection(): (connection: ConnectionView) => void {
  const client = useQueryClient();
  return (connection) => void client.setQueryData(keys.connection, connection);
}
