import { Button, Link } from "@fluentui/react-components";
import { useEveryViewMessages } from "../app-context.tsx";
import { type HostAbsence, localHostOrigins } from "../teams-host.ts";
import { QuietPage } from "./quiet-page.tsx";

/** What stands where Counterpoint is opened without Teams around it, or Teams doesn't answer. */
export function OutsideTeams({ why }: { readonly why: HostAbsence }) {
  const say = useEveryViewMessages();
  if (why === "silent") {
    return (
      <QuietPage title={say.teamsSilentTitle} sentence={say.teamsSilentSentence}>
        <Button onClick={() => location.reload()}>{say.reload}</Button>
      </QuietPage>
    );
  }
  const [local] = localHostOrigins() ?? [];
  return (
    <QuietPage title={say.outsideTitle} sentence={say.outsideSentence}>
      {local && (
        <span>
          {say.outsideLocal}{" "}
          <Link inline href={local}>
            {local}
          </Link>
        </span>
      )}
    </QuietPage>
  );
}
