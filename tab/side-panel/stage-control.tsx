import { useEffect, useState } from "react";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { useApp, useLocale } from "../app-context.tsx";
import { Stage } from "../components/icons.tsx";
import { usePanelStyles } from "./panel.styles.ts";
import { QuietControl } from "./quiet-control.tsx";
import type { StepProps } from "./step.tsx";

/** The way onto the meeting's stage and off it, there only while the pair is known to be alone and Teams lets this person. */
export function StageControl({ session: { staging }, act, waiting }: Pick<StepProps, "session" | "act" | "waiting">) {
  const { host } = useApp();
  const styles = usePanelStyles();
  const say = panelMessages(useLocale());
  const canShare = useCanShare(staging !== "unavailable");
  const [hasFailed, setFailed] = useState(false);
  if (staging === "unavailable" || !canShare) return null;
  const isBusy = waiting.some((type) => type === "stage" || type === "unstage");
  const show = async () => {
    act("stage");
    const isThere = await host.stage.share();
    setFailed(!isThere);
    if (!isThere) act("unstage");
  };
  const isStaged = staging === "staged";
  return (
    <>
      <QuietControl
        icon={<Stage />}
        isBusy={isBusy}
        isPressed={isStaged}
        name={say.onStage}
        onPress={() => (isStaged ? act("unstage") : void show())}
      >
        {say.stage}
      </QuietControl>
      {hasFailed && (
        <p role="alert" className={styles.small}>
          {say.notStaged}
        </p>
      )}
    </>
  );
}

function useCanShare(isWanted: boolean): boolean {
  const { host } = useApp();
  const [canShare, setCanShare] = useState(false);
  useEffect(() => {
    let isGone = false;
    if (isWanted) void host.stage.canShare().then((can) => !isGone && setCanShare(can));
    return () => {
      isGone = true;
    };
  }, [host, isWanted]);
  return canShare;
}
